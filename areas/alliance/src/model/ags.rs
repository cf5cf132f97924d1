//! The official municipality key (Amtlicher Gemeindeschlüssel): eight digits, of which the first two
//! are the state. Spreadsheets like to eat its leading zero.

/// What is wrong with a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgsFault {
    /// Nothing is there.
    Missing,
    /// There is something else than digits.
    NotDigits,
    /// Seven digits: the leading zero is gone. Holds the key with it.
    ZeroLost(String),
    /// Twelve digits: this is the regional key (ARS). Holds the municipality key inside it.
    Regional(String),
    /// Another number of digits.
    Length(usize),
    /// The first two digits name no state (01 to 16).
    State(String),
}

/// The key in its eight digits.
pub fn read_ags(text: &str) -> Result<String, AgsFault> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.is_empty() {
        return Err(AgsFault::Missing);
    }
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(AgsFault::NotDigits);
    }
    let state_is_known = |key: &str| {
        key.get(..2).and_then(|state| state.parse::<u8>().ok()).is_some_and(|state| (1..=16).contains(&state))
    };
    match digits.len() {
        8 if state_is_known(&digits) => Ok(digits),
        8 => Err(AgsFault::State(digits.chars().take(2).collect())),
        7 if state_is_known(&format!("0{digits}")) => Err(AgsFault::ZeroLost(format!("0{digits}"))),
        // State, region and district (5 digits), the administrative community (4), the municipality (3).
        12 => {
            let (front, back) = (digits.chars().take(5), digits.chars().skip(9));
            Err(AgsFault::Regional(front.chain(back).collect()))
        }
        other => Err(AgsFault::Length(other)),
    }
}

/// The key in its eight digits; a leading zero that a spreadsheet ate comes back.
pub fn read_ags_of_spreadsheet(text: &str) -> Result<String, AgsFault> {
    match read_ags(text) {
        Err(AgsFault::ZeroLost(key)) => Ok(key),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_eight_digits_and_a_state() {
        let ok = |key: &str| Ok(key.to_owned());
        let table = [
            ("09677157", ok("09677157")),
            (" 09 6 77 157 ", ok("09677157")),
            ("16077032", ok("16077032")),
            ("9677157", Err(AgsFault::ZeroLost("09677157".to_owned()))),
            ("096770157157", Err(AgsFault::Regional("09677157".to_owned()))),
            ("0967715", Err(AgsFault::Length(7))),
            ("17077032", Err(AgsFault::State("17".to_owned()))),
            ("00077032", Err(AgsFault::State("00".to_owned()))),
            ("0967715a", Err(AgsFault::NotDigits)),
            ("٠٩٦٧٧١٥٧", Err(AgsFault::NotDigits)),
            ("", Err(AgsFault::Missing)),
        ];
        for (text, expected) in table {
            assert_eq!(read_ags(text), expected, "{text}");
        }
        assert_eq!(read_ags_of_spreadsheet("9677157"), ok("09677157"));
        assert_eq!(read_ags_of_spreadsheet("677157"), Err(AgsFault::Length(6)));
    }
}
