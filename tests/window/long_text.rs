//! Long and strange articles: they scroll, keep their place, and need nothing while nobody does anything.

use std::time::{Duration, Instant};

use eframe::egui::accesskit::Role;
use eframe::egui::epaint::text::MissingGlyphPolicy;
use eframe::egui::{Key, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use wortlaut::article;
use wortlaut::document::{Document, Findings};

use crate::harness::Window;
use crate::long_article;

/// A long article whose last statement is by somebody who is named only at the beginning.
pub fn far_speaker() -> Document {
    let mut document = long_article::document(60_000);
    let statements = &mut document.findings.statements;
    let speaker = statements.first().and_then(|first| first.speaker.clone());
    if let Some(last) = statements.last_mut() {
        last.speaker = speaker;
    }
    document
}

/// Endless words, endless paragraphs, signs that are put together from several, other scripts.
pub fn strange() -> Document {
    let text = [
        "Seltsames",
        &"x".repeat(10_000),
        &"Grüße aus Lütjenbek. ".repeat(1000),
        &"👩‍👧‍👦 🇩🇪 ".repeat(200),
        "e\u{301}\u{302}\u{303} \u{200D}\u{200D} \u{FEFF}\u{AD}\u{7}",
        "שלום לכולם, אמר השר.",
        "قال الوزير إن الماء ارتفع.",
        &format!("{}b", "a\u{300}".repeat(3000)),
    ]
    .join("\n\n");
    Document {
        article: article::from_text(text),
        tokens: Vec::new(),
        sentences: Vec::new(),
        tags: Vec::new(),
        findings: Findings::default(),
        made_by: String::new(),
    }
}

impl Window {
    /// The paragraphs that can be seen, from top to bottom: where each begins, and its words.
    fn paragraphs(&self) -> Vec<(f32, String)> {
        let article = self.harness.get_by_role_and_label(Role::Article, "Article");
        let panel = article.rect();
        let nodes = self.harness.query_all_by_role(Role::Paragraph);
        let seen = nodes.filter_map(|node| {
            let label = node.accesskit_node().label()?;
            let is_seen = panel.contains(node.rect().center());
            is_seen.then(|| (node.rect().top(), label))
        });
        seen.collect()
    }

    fn last_paragraph(&self) -> String {
        let opened = self.session().desk().opened.as_ref();
        let document = opened.expect("an article is open").document();
        let blocks = &document.article.blocks;
        let last = blocks.last().expect("it has paragraphs");
        last.span.of(document.text()).to_owned()
    }

    /// Runs frames until the thread that measures is done.
    fn settle(&mut self) {
        let start = Instant::now();
        while self.harness.state().is_measuring() {
            assert!(start.elapsed() < Duration::from_mins(1), "never done");
            std::thread::yield_now();
            self.harness.run();
        }
        self.harness.run();
    }
}

#[test]
fn keys_lead_to_the_end_of_a_long_article_and_back() {
    let mut window = Window::with_file("lang.txt");
    let (_, first) = window.paragraphs().remove(0);
    window.press(Key::End);
    let last = window.last_paragraph();
    assert!(window.paragraphs().iter().any(|(_, text)| *text == last));
    window.press(Key::PageUp);
    assert!(window.paragraphs().iter().all(|(_, text)| *text != last));
    window.press(Key::Home);
    assert_eq!(window.paragraphs()[0].1, first);
    window.press(Key::Space);
    assert!(window.paragraphs().iter().all(|(_, text)| *text != first));
}

#[test]
fn heights_that_become_exact_move_nothing_on_screen() {
    let mut window = Window::with_file("lang.txt");
    for _ in 0..12 {
        window.press(Key::PageDown);
    }
    let before = window.paragraphs();
    window.settle();
    let after = window.paragraphs();
    assert_eq!(before[1].1, after[1].1);
    let moved = (before[1].0 - after[1].0).abs();
    assert!(moved <= 1.0, "{moved}");
}

#[test]
fn a_long_article_that_rests_draws_nothing() {
    let mut window = Window::with_file("lang.txt");
    window.settle();
    let before = window.harness.ctx.cumulative_pass_nr();
    window.harness.run();
    assert!(window.harness.ctx.cumulative_pass_nr() - before <= 1);
}

#[test]
fn the_place_stays_when_the_window_or_the_text_grows() {
    let mut window = Window::with_file("lang.txt");
    window.settle();
    for _ in 0..9 {
        window.press(Key::PageDown);
    }
    // One of the first two paragraphs before is one of the first three after.
    let stays = |before: &[(f32, String)], after: &[(f32, String)]| {
        let mut first = before.iter().take(2);
        first.any(|(_, text)| after.iter().take(3).any(|(_, other)| other == text))
    };
    let before = window.paragraphs();
    window.harness.set_size(vec2(1000.0, 800.0));
    window.settle();
    let narrow = window.paragraphs();
    assert!(stays(&before, &narrow), "{before:?} {narrow:?}");
    window.press_with_control(Key::Plus);
    window.press_with_control(Key::Plus);
    window.settle();
    let large = window.paragraphs();
    assert!(stays(&narrow, &large), "{narrow:?} {large:?}");
}

#[test]
fn every_tab_keeps_its_place() {
    let mut window = Window::with_file("fern.txt");
    window.open("lang.txt");
    window.settle();
    for _ in 0..5 {
        window.press(Key::PageDown);
    }
    let before = window.paragraphs();
    window.press_with_control(Key::PageUp);
    window.settle();
    window.press(Key::End);
    assert_ne!(window.paragraphs(), before);
    window.press_with_control(Key::PageDown);
    window.settle();
    assert_eq!(window.paragraphs(), before);
}

#[test]
fn endless_words_and_other_scripts_are_shown_selected_and_scrolled() {
    let mut window = Window::new();
    // The program brings no letters for these scripts; the system's are not there in a test.
    let policy = MissingGlyphPolicy::Tofu;
    window.harness.ctx.set_missing_glyph_policy(policy);
    window.open("breit.txt");
    for width in [1280.0, 720.0] {
        window.harness.set_size(vec2(width, 600.0));
        window.settle();
        window
            .harness
            .key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::A);
        window.press(Key::Home);
        for _ in 0..30 {
            window.press(Key::PageDown);
        }
        window.press(Key::End);
        let panel = window
            .harness
            .get_by_role_and_label(Role::Article, "Article")
            .rect();
        let last = window.harness.query_all_by_role(Role::Paragraph).last();
        let last = last.expect("the end is on screen");
        let label = last.accesskit_node().label().unwrap_or_default();
        assert!(label.starts_with("a\u{300}"), "{width}");
        assert!(last.rect().right() <= panel.right(), "{width}");
        assert!(last.rect().bottom() <= panel.bottom(), "{width}");
    }
}
