//! Soft-wrapped lines: which hyphens stay.

use allmende_report_reader::join_lines;

#[test]
fn hyphens_at_the_end_of_a_line() {
    let rows: &[(&[&str], &str)] = &[
        (&["Main-", "Post"], "Main-Post"),
        (&["Verwaltungsgemein-", "schaften"], "Verwaltungsgemeinschaften"),
        (&["Raum-", "und Siedlungsplanung"], "Raum- und Siedlungsplanung"),
        (&["Haupt-", "bzw. Nebenweg"], "Haupt- bzw. Nebenweg"),
        (&["Vor-", "oder Nachteil"], "Vor- oder Nachteil"),
        (&["Mehr-", "Generationen-Haus"], "Mehr-Generationen-Haus"),
        (&["ILE-", "bericht"], "ILE-bericht"),
        (&["ILE-", "Treffen"], "ILE-Treffen"),
        (&["10-", "jährig"], "10-jährig"),
        (&["Tages", "ordnung"], "Tages ordnung"),
        (&["Treffen -", "Ergebnis"], "Treffen - Ergebnis"),
        (&["Zeitraum 2019 –", "2020"], "Zeitraum 2019 – 2020"),
        (&["Bürger/", "innen"], "Bürger/innen"),
        (&["Kern\u{ad}", "wege"], "Kernwege"),
        (&["Kern\u{ad}wege", "netz"], "Kernwege netz"),
        (&["Rad\u{2010}", "weg"], "Radweg"),
        (&["ein  weiter", "  Weg "], "ein weiter Weg"),
        (&["", "Wort", "", "Wort"], "Wort Wort"),
        (&["Ober-", "franken, Unter-", "franken"], "Oberfranken, Unterfranken"),
        (&["VERWALTUNGS-", "GEMEINSCHAFT"], "VERWALTUNGSGEMEINSCHAFT"),
        (&["ALE-", "ILE"], "ALE-ILE"),
        (&["Radwege-, Reit-", "und Wanderwege"], "Radwege-, Reit- und Wanderwege"),
        (&["St.-Anna-", "Kapelle"], "St.-Anna-Kapelle"),
    ];
    for (lines, expected) in rows {
        assert_eq!(join_lines(lines.iter().copied()), *expected, "{lines:?}");
    }
}
