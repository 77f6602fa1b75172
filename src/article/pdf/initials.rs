//! Initials: large letters that begin a text and are as high as its first lines.

use super::rows::Word;

/// Puts an initial that is as high as several lines before the first of them.
pub(super) fn join(rows: &mut Vec<Vec<Word>>) {
    for index in 0..rows.len() {
        let Some(place) = rows[index].iter().position(is_initial) else {
            continue;
        };
        let initial = rows[index][place].clone();
        // Its first line is the highest one beside it.
        let top = initial.baseline - 0.8 * initial.size;
        let is_beside = |word: &Word| {
            word.size < 0.6 * initial.size
                && -0.2 * initial.size < word.start - initial.end
                && word.start - initial.end < 0.5 * initial.size
        };
        let first = (index.saturating_sub(8)..index).find_map(|row| {
            let is_level = rows[row].first().is_some_and(|word| top < word.baseline);
            let word = rows[row].iter().position(is_beside);
            word.filter(|_| is_level).map(|word| (row, word))
        });
        if let Some((row, word)) = first {
            rows[index].remove(place);
            let word = &mut rows[row][word];
            let gap = word.start - initial.end;
            // »A m Montag« is one word, »„A« too, but a lone »I« of »In« never stands far off.
            let is_own_word = 0.45 * word.size < gap;
            word.text = format!(
                "{}{}{}",
                initial.text,
                if is_own_word { " " } else { "" },
                word.text
            );
            word.start = initial.start;
        }
    }
    rows.retain(|row| !row.is_empty());
}

fn is_initial(word: &Word) -> bool {
    let letters = word.text.trim_start_matches(['„', '»', '“', '"', '‚']);
    letters.chars().count() == 1 && letters.chars().all(char::is_uppercase) && 18.0 < word.size
}
