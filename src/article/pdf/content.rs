//! A look over drawing commands before they are carried out: how deep they save their state, how long a text they set at once.

use super::unpack::TooLarge;

/// States saved inside each other. The standard has 28, programs use 100.
const MAX_SAVED: usize = 10_000;
/// Bytes of text set by one command. A line has 200.
const MAX_TEXT: usize = 256 * 1024;

/// Whether the commands keep to what programs write.
pub(super) fn check(content: &[u8]) -> Result<(), TooLarge> {
    let mut saved = 0_usize;
    let mut text = 0;
    let mut place = 0;
    while let Some(&byte) = content.get(place) {
        match byte {
            b'(' => {
                let end = string_end(&content[place..]);
                text += end;
                place += end;
            }
            b'<' if content.get(place + 1) != Some(&b'<') => {
                let end = content[place..].iter().position(|&byte| byte == b'>');
                let end = end.map_or(content.len() - place, |end| end + 1);
                text += end;
                place += end;
            }
            b'/' => place += 1 + word_end(&content[place + 1..]),
            b'%' => {
                let end = content[place..]
                    .iter()
                    .position(|&byte| matches!(byte, b'\r' | b'\n'));
                place += end.unwrap_or(content.len() - place);
            }
            b'a'..=b'z' | b'A'..=b'Z' | b'\'' | b'"' => {
                let end = word_end(&content[place..]).max(1);
                match &content[place..place + end] {
                    b"q" => saved += 1,
                    b"Q" => saved = saved.saturating_sub(1),
                    b"ID" => place += picture_end(&content[place..]),
                    _ => {}
                }
                text = 0;
                place += end;
            }
            _ => place += 1,
        }
        if MAX_SAVED < saved || MAX_TEXT < text {
            return Err(TooLarge);
        }
    }
    Ok(())
}

/// Where a string that begins here ends.
fn string_end(content: &[u8]) -> usize {
    let mut depth = 0_usize;
    let mut place = 0;
    while let Some(&byte) = content.get(place) {
        match byte {
            b'\\' => place += 1,
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        place += 1;
        if depth == 0 {
            break;
        }
    }
    place.min(content.len())
}

fn word_end(content: &[u8]) -> usize {
    let is_end = |byte: &u8| byte.is_ascii_whitespace() || b"()<>[]{}/%\0".contains(byte);
    content.iter().position(is_end).unwrap_or(content.len())
}

/// How far it is to the end of a picture among the commands.
fn picture_end(content: &[u8]) -> usize {
    let end = content.windows(4).position(|window| {
        window[0].is_ascii_whitespace() && &window[1..3] == b"EI" && window[3].is_ascii_whitespace()
    });
    end.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_commands_pass() {
        let content = b"q BT /F1 10 Tf (A \\) q q \\( (b)) Tj [<0041> -20 (c)] TJ ET Q % ((\nBI /W 1 ID (((( \nEI Q";
        assert_eq!(check(content), Ok(()));
    }

    #[test]
    fn endless_text_and_states_do_not() {
        assert_eq!(check("q ".repeat(20_000).as_bytes()), Err(TooLarge));
        assert_eq!(check("q Q ".repeat(20_000).as_bytes()), Ok(()));
        let long = format!("({}) Tj", "a".repeat(300_000));
        assert_eq!(check(long.as_bytes()), Err(TooLarge));
        let parts = "(aaaaaaaa) ".repeat(40_000);
        assert_eq!(check(format!("[{parts}] TJ").as_bytes()), Err(TooLarge));
    }
}
