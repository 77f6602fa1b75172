//! An annotation as anybody writes it: one body or many, words or objects, selectors in any number.

use serde_json::{Map, Value};

use super::place::{Quote, Selectors};

/// Selectors in selectors: real files have one or two.
const MAX_DEPTH: usize = 8;

/// An object of a file.
pub(super) type Object = Map<String, Value>;

/// The objects and words of a field that may hold one or many.
pub(super) fn many<'a>(object: &'a Object, field: &str) -> &'a [Value] {
    match object.get(field) {
        None | Some(Value::Null) => &[],
        Some(Value::Array(values)) => values,
        Some(value) => std::slice::from_ref(value),
    }
}

/// The words of a field.
pub(super) fn string<'a>(object: &'a Object, field: &str) -> Option<&'a str> {
    object.get(field).and_then(Value::as_str)
}

/// The IRI of an object.
pub(super) fn id(object: &Object) -> Option<&str> {
    string(object, "id").or_else(|| string(object, "@id"))
}

/// Whether an object is of a class, under the full IRI of the standard too.
pub(super) fn is(object: &Object, class: &str) -> bool {
    classes(object).any(|name| name == class)
}

/// The classes of an object, without prefix or namespace.
pub(super) fn classes(object: &Object) -> impl Iterator<Item = &str> {
    let names = many(object, "type").iter().chain(many(object, "@type"));
    names.filter_map(Value::as_str).map(last_name)
}

/// "tagging" of `oa:tagging` and `http://www.w3.org/ns/oa#tagging`.
pub(super) fn last_name(iri: &str) -> &str {
    iri.rsplit(['#', '/', ':']).next().unwrap_or(iri)
}

/// Whether an object is said to be for this; bodies have a purpose, annotations a motivation.
pub(super) fn is_for(object: &Object, purpose: &str) -> bool {
    let purposes = many(object, "purpose").iter();
    let mut all = purposes.chain(many(object, "motivation"));
    all.any(|value| value.as_str().map(last_name) == Some(purpose))
}

/// What is said about the target.
pub(super) enum Body<'a> {
    /// Words.
    Text(&'a str, &'a Object),
    /// A thing that has a name of its own.
    Iri(&'a str, Option<&'a Object>),
    /// Neither.
    Other(&'a Object),
}

/// All bodies, those in sets too.
pub(super) fn bodies(annotation: &Object) -> Vec<Body<'_>> {
    let mut bodies = Vec::new();
    let told = many(annotation, "bodyValue").iter();
    bodies.extend(
        told.filter_map(Value::as_str)
            .map(|words| Body::Text(words, annotation)),
    );
    for value in many(annotation, "body") {
        match value {
            Value::String(iri) => bodies.push(Body::Iri(iri, None)),
            Value::Object(object) => {
                let items = many(object, "items").iter().filter_map(Value::as_object);
                if many(object, "items").is_empty() {
                    bodies.push(body(object));
                }
                bodies.extend(items.map(body));
            }
            _ => {}
        }
    }
    bodies
}

fn body(object: &Object) -> Body<'_> {
    // "chars" is what Open Annotation had before "value".
    let words = string(object, "value").or_else(|| string(object, "chars"));
    let source = string(object, "source").or_else(|| id(object));
    match (words, source) {
        (Some(words), _) => Body::Text(words, object),
        (None, Some(iri)) => Body::Iri(iri, Some(object)),
        (None, None) => Body::Other(object),
    }
}

/// What an annotation is about.
pub(super) enum Target<'a> {
    /// Something as a whole: an article, another annotation.
    Whole(&'a str),
    /// A place in a text.
    Place(Selectors<'a>),
}

/// All targets, those in sets too.
pub(super) fn targets(annotation: &Object) -> Vec<Target<'_>> {
    let mut targets = Vec::new();
    for value in many(annotation, "target") {
        match value {
            Value::String(iri) => targets.push(Target::Whole(iri)),
            Value::Object(object) => {
                let items = many(object, "items");
                if items.is_empty() {
                    targets.push(target(object));
                }
                for item in items {
                    match item {
                        Value::String(iri) => targets.push(Target::Whole(iri)),
                        Value::Object(object) => targets.push(target(object)),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    targets
}

fn target(object: &Object) -> Target<'_> {
    if many(object, "selector").is_empty() {
        let iri = string(object, "source").or_else(|| id(object));
        return Target::Whole(iri.unwrap_or_default());
    }
    let mut selectors = Selectors::default();
    gather(many(object, "selector"), 0, &mut selectors);
    Target::Place(selectors)
}

/// Quotes and positions; the more exact one, which refines another, wins.
fn gather<'a>(values: &'a [Value], depth: usize, selectors: &mut Selectors<'a>) {
    if MAX_DEPTH < depth {
        return;
    }
    for object in values.iter().filter_map(Value::as_object) {
        if let Some(exact) = string(object, "exact") {
            selectors.quote = Some(Quote {
                exact,
                prefix: string(object, "prefix").unwrap_or_default(),
                suffix: string(object, "suffix").unwrap_or_default(),
            });
        }
        let number = |field| object.get(field).and_then(Value::as_u64);
        if is(object, "TextPositionSelector")
            && let (Some(start), Some(end)) = (number("start"), number("end"))
        {
            selectors.position = Some((start as usize, end as usize));
        }
        if is(object, "FragmentSelector")
            && let Some(range) = string(object, "value").and_then(char_range)
        {
            selectors.position = Some(range);
        }
        gather(many(object, "items"), depth + 1, selectors);
        gather(many(object, "refinedBy"), depth + 1, selectors);
    }
}

/// "char=4,9" of RFC 5147, which counts in characters of a plain text.
fn char_range(fragment: &str) -> Option<(usize, usize)> {
    let fragment = fragment.trim_start_matches('#').strip_prefix("char=")?;
    let range = fragment.split(';').next()?;
    let (start, end) = range.split_once(',')?;
    Some((start.parse().ok()?, end.parse().ok()?))
}
