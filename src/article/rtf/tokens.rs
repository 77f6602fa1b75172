//! The source of a Rich Text file → tokens: braces, control words, characters.

/// One token. What follows `\bin` is skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\par`, `\fs24`: name and number.
    Word(&'a [u8], Option<i32>),
    /// `\~`, `\*`: a backslash and a character that is no letter.
    Symbol(u8),
    /// `\'e4`
    Hex(u8),
    /// A byte of text.
    Byte(u8),
}

/// Iterates over tokens; any bytes may come.
#[derive(Clone, Debug)]
pub(super) struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    /// The tokens of a source.
    pub(super) fn of(source: &'a [u8]) -> Self {
        Self { rest: source }
    }

    fn skip(&mut self, n_bytes: usize) {
        self.rest = &self.rest[n_bytes.min(self.rest.len())..];
    }

    /// After the backslash.
    fn control(&mut self) -> Option<Token<'a>> {
        let first = *self.rest.first()?;
        if first == b'\'' {
            let digit = |at: usize| char::from(*self.rest.get(at)?).to_digit(16);
            let byte = digit(1).zip(digit(2)).map(|(high, low)| high * 16 + low);
            self.skip(if byte.is_some() { 3 } else { 1 });
            return Some(Token::Hex(byte.map_or(b'?', |byte| byte as u8)));
        }
        if !first.is_ascii_alphabetic() {
            self.skip(1);
            return Some(Token::Symbol(first));
        }
        let n_letters = self
            .rest
            .iter()
            .take_while(|byte| byte.is_ascii_alphabetic())
            .count();
        let (name, after) = self.rest.split_at(n_letters);
        let is_negative = after.first() == Some(&b'-');
        let digits = &after[usize::from(is_negative)..];
        let n_digits = digits
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        self.rest = after;
        let mut number = None;
        if 0 < n_digits {
            let value = digits[..n_digits].iter().fold(0_i32, |value, digit| {
                value
                    .saturating_mul(10)
                    .saturating_add(i32::from(digit - b'0'))
            });
            number = Some(if is_negative { -value } else { value });
            self.skip(usize::from(is_negative) + n_digits);
        }
        if self.rest.first() == Some(&b' ') {
            self.skip(1);
        }
        if name == b"bin" {
            self.skip(number.and_then(|n| usize::try_from(n).ok()).unwrap_or(0));
        }
        Some(Token::Word(name, number))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let first = *self.rest.first()?;
            self.skip(1);
            match first {
                b'{' => return Some(Token::Open),
                b'}' => return Some(Token::Close),
                b'\\' => return self.control(),
                // Line ends are for those who read the source.
                b'\r' | b'\n' | 0 => {}
                byte => return Some(Token::Byte(byte)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_become_tokens() {
        use Token::{Byte, Close, Hex, Open, Symbol, Word};
        let check = |source: &[u8], expected: &[Token]| {
            assert_eq!(Tokens::of(source).collect::<Vec<_>>(), expected);
        };
        check(
            b"{\\b0 a\r\nb}",
            &[Open, Word(b"b", Some(0)), Byte(b'a'), Byte(b'b'), Close],
        );
        check(
            b"\\u-3913?\\'e4\\'zz\\~",
            &[
                Word(b"u", Some(-3913)),
                Byte(b'?'),
                Hex(0xE4),
                Hex(b'?'),
                Byte(b'z'),
                Byte(b'z'),
                Symbol(b'~'),
            ],
        );
        check(b"\\bin3 }}}x", &[Word(b"bin", Some(3)), Byte(b'x')]);
        check(b"\\bin99999999999 }", &[Word(b"bin", Some(i32::MAX))]);
        check(
            b"\\par\\b-\\",
            &[Word(b"par", None), Word(b"b", None), Byte(b'-')],
        );
    }
}
