//! Exact decimal numbers, as they stand in a newspaper: "1,5 Millionen" is 1500000, not 1499999.9999.

use std::fmt;

/// A number without a sign: `digits` times ten to the power of `shift`. Equal numbers are equal values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    digits: u64,
    shift: i8,
}

impl Decimal {
    /// `digits` times ten to the power of `shift`.
    pub fn new(mut digits: u64, mut shift: i8) -> Self {
        if digits == 0 {
            shift = 0;
        }
        while 0 < digits && digits.is_multiple_of(10) && shift < i8::MAX {
            digits /= 10;
            shift += 1;
        }
        Self { digits, shift }
    }

    /// Reads digits as German newspapers set them: "80", "1.000", "1,5", also "5.30" where no thousand can be meant.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = match text.split_once(',') {
            Some((whole, fraction)) => (whole, fraction),
            None => match text.rsplit_once('.') {
                Some((whole, fraction)) if fraction.len() != 3 && !whole.contains('.') => {
                    (whole, fraction)
                }
                _ => (text, ""),
            },
        };
        let mut groups = whole.split(['.', ' ', '\u{a0}', '\u{202f}', '\'', '’']);
        let is_group = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
        let first = groups.next()?;
        let mut digits = String::from(first);
        let is_grouped = first.len() <= 3;
        for group in groups {
            if group.len() != 3 || !is_grouped || !is_group(group) {
                return None;
            }
            digits.push_str(group);
        }
        digits.push_str(fraction);
        if first.is_empty() || 18 < digits.len() || !is_group(first) || !is_group(fraction) {
            return None;
        }
        let shift = i8::try_from(fraction.len()).ok()?;
        Some(Self::new(digits.parse().ok()?, -shift))
    }

    /// The product; `None` where it has more digits than fit.
    pub fn times(self, other: Self) -> Option<Self> {
        let digits = self.digits.checked_mul(other.digits)?;
        Some(Self::new(digits, self.shift.checked_add(other.shift)?))
    }

    /// The number where it is whole and fits.
    pub fn whole(self) -> Option<u64> {
        let shift = u32::try_from(self.shift).ok()?;
        self.digits.checked_mul(10_u64.checked_pow(shift)?)
    }
}

impl From<u64> for Decimal {
    fn from(number: u64) -> Self {
        Self::new(number, 0)
    }
}

/// Digits with a point, as programs write them: `1500000`, `0.5`.
impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits.to_string();
        if 0 <= self.shift {
            return write!(formatter, "{digits}{}", "0".repeat(self.shift as usize));
        }
        let n_after = self.shift.unsigned_abs() as usize;
        let padded = format!("{digits:0>width$}", width = n_after + 1);
        let (whole, fraction) = padded.split_at(padded.len() - n_after);
        write!(formatter, "{whole}.{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_as_newspapers_set_them() {
        for (text, expected) in [
            ("80", Some("80")),
            ("1.000", Some("1000")),
            ("10 000", Some("10000")),
            ("1,5", Some("1.5")),
            ("0,05", Some("0.05")),
            ("1.234,50", Some("1234.5")),
            ("5.30", Some("5.3")),
            ("007", Some("7")),
            ("1.00.0", None),
            ("1-2", None),
            ("", None),
            ("99999999999999999999", None),
        ] {
            let read = Decimal::parse(text).map(|number| number.to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn products_are_exact() {
        let million = Decimal::new(1, 6);
        let product = Decimal::parse("1,5").and_then(|number| number.times(million));
        assert_eq!(product.and_then(Decimal::whole), Some(1_500_000));
        assert_eq!(Decimal::from(u64::MAX).times(Decimal::from(11)), None);
    }
}
