//! axe-core inside the window: what keeps somebody out who cannot see, or cannot use a mouse.

use serde_json::{Value, json};

use crate::driver::Driver;

/// The findings of serious and critical weight on what is shown now, one line each.
pub fn findings(driver: &Driver) -> Vec<String> {
    if driver.run("return typeof window.axe === 'undefined'", &[]) == Value::Bool(true) {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/node_modules/axe-core/axe.min.js");
        let source = std::fs::read_to_string(path).expect("axe-core is installed with the window: npm ci in ui/");
        driver.run(&format!("{source}\nreturn true"), &[]);
    }
    let script = "
        const done = arguments[arguments.length - 1];
        axe.run(document, { resultTypes: ['violations'] }).then(
          ({ violations }) => done(violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map((node) => node.target.join(' ') + ' ' + node.html.slice(0, 160)).join(' | ')}`)),
          (error) => done([`axe did not run: ${error}`]),
        );";
    let found = driver.run_and_wait(script, &[json!(null)]);
    found.as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect()
}
