//! Prints the proposal for one report as JSON: `cargo run -p allmende-report-reader --example propose FILE`.

fn main() -> std::process::ExitCode {
    let Some(file) = std::env::args().nth(1) else {
        eprintln!("usage: propose FILE");
        return std::process::ExitCode::from(2);
    };
    let read = std::fs::read(&file)
        .map_err(|error| error.to_string())
        .and_then(|bytes| allmende_report_reader::read(&file, &bytes).map_err(|fault| fault.to_string()));
    match read {
        Ok(proposal) => {
            println!("{:#}", proposal.to_json());
            std::process::ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("{fault}");
            std::process::ExitCode::from(1)
        }
    }
}
