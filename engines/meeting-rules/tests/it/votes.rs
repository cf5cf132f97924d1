use allmende_meeting_rules::{Votes, VotesFault};

fn thousandths(text: &str) -> Result<i64, VotesFault> {
    Votes::parse(text).map(Votes::thousandths)
}

#[test]
fn reads_german_and_english_decimals() {
    for (text, expected) in [
        ("0", 0),
        ("12", 12_000),
        ("1,5", 1_500),
        ("1.5", 1_500),
        (" 2,250 ", 2_250),
        ("1,001", 1_001),
        ("0.125", 125),
        ("1500", 1_500_000),
        ("1500.125", 1_500_125),
        ("007", 7_000),
        ("-0", 0),
    ] {
        assert_eq!(thousandths(text), Ok(expected), "{text}");
    }
}

#[test]
fn refuses_what_is_no_number_of_votes() {
    for (text, fault) in [
        ("", VotesFault::Empty),
        ("  ", VotesFault::Empty),
        ("zwei", VotesFault::NotANumber),
        ("1,", VotesFault::NotANumber),
        (",5", VotesFault::NotANumber),
        ("1,5,0", VotesFault::NotANumber),
        ("1 000", VotesFault::NotANumber),
        ("½", VotesFault::NotANumber),
        ("+1", VotesFault::NotANumber),
        ("1e3", VotesFault::NotANumber),
        ("-1", VotesFault::Negative),
        ("−0,5", VotesFault::Negative),
        ("1,0001", VotesFault::TooManyPlaces),
        // Fifteen hundred or one and a half?
        ("1.500", VotesFault::Ambiguous),
        ("99999999999999999999", VotesFault::TooLarge),
        ("9223372036854775,808", VotesFault::TooLarge),
    ] {
        assert_eq!(thousandths(text), Err(fault), "{text}");
    }
}

#[test]
fn shows_german_decimals_without_needless_zeros() {
    for (text, shown) in
        [("0", "0"), ("12", "12"), ("1.5", "1,5"), ("2,250", "2,25"), ("0,001", "0,001"), ("10,01", "10,01")]
    {
        assert_eq!(Votes::parse(text).map(|votes| votes.to_string()).as_deref(), Ok(shown));
    }
}

#[test]
fn arithmetic_never_wraps() {
    let most = Votes::from_thousandths(i64::MAX).unwrap();
    assert_eq!(most.checked_add(Votes::ONE), Err(VotesFault::TooLarge));
    assert_eq!(Votes::sum([most, most]), Err(VotesFault::TooLarge));
    assert_eq!(Votes::ONE.checked_sub(Votes::whole(2)), Err(VotesFault::Negative));
    assert_eq!(Votes::from_thousandths(-1), Err(VotesFault::Negative));
    assert_eq!(Votes::sum([]), Ok(Votes::ZERO));
}

#[test]
fn travels_as_thousandths_and_refuses_negative_ones() {
    let votes = Votes::parse("1,5").unwrap();
    assert_eq!(serde_json::to_string(&votes).unwrap(), "1500");
    assert_eq!(serde_json::from_str::<Votes>("1500").unwrap(), votes);
    assert!(serde_json::from_str::<Votes>("-1").is_err());
}
