fn main() {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).unwrap();
        match allmende_report_reader::read(&path, &bytes) {
            Err(e) => println!("{path}: {e}"),
            Ok(p) => {
                println!("==== {path}\nperiod {:?} .. {:?}", p.period.from, p.period.to);
                for m in &p.meetings {
                    println!("M {} {:?} [{}] @{:?} {:?}", m.date, m.end_date, m.body, m.place, m.topics);
                }
                for e in &p.events {
                    println!(
                        "E {} {:?} {:?} «{}» @{:?} note={:?}",
                        e.date, e.end_date, e.precision, e.title, e.place, e.note
                    );
                }
                for j in &p.projects {
                    println!(
                        "P «{}» field={:?} state={:?} strat={} partners={:?}\n    fig={:?}\n    ms={:?}\n    n={:?}",
                        j.title,
                        j.field,
                        j.state,
                        j.strategic,
                        j.partners,
                        j.figures
                            .iter()
                            .map(|f| format!(
                                "{} {} {}",
                                f.qualifier.clone().unwrap_or_default(),
                                f.value,
                                f.unit.clone().unwrap_or_default()
                            ))
                            .collect::<Vec<_>>(),
                        j.milestones.iter().map(|m| m.date.to_string()).collect::<Vec<_>>(),
                        j.narrative.chars().take(110).collect::<String>()
                    );
                }
                for g in &p.grants {
                    println!("G {:?} {:?} {:?} {:?}", g.notice_date, g.authority, g.amount_cents, g.period);
                }
                for x in &p.press {
                    println!("X {} {:?} {:?}", x.medium, x.date, x.title);
                }
                for u in &p.unplaced {
                    println!("U {:>3} {}", u.line, u.text);
                }
                for d in &p.invalid_dates {
                    println!("D {:>3} {} — {}", d.line, d.text, d.reason);
                }
                for d in &p.inferred_years {
                    println!("Y {:>3} {} -> {} {:?}", d.line, d.text, d.date, d.from);
                }
                for d in &p.placed {
                    println!("  {}-{} {:?}", d.from, d.to, d.used_for);
                }
            }
        }
    }
}
