//! The shell: one window, one command, dialogs, and the clock that locks. No rules, no SQL.
//!
//! What must hold: the webview may call `call` and nothing else; it never sees a path, a key or a passphrase after submit;
//! it goes nowhere but to its own bundle; when the screen locks, it is sent away from what it shows;
//! and while a client holds the device, it fills the screen.

mod arguments;
mod harden;
mod outside;
#[cfg(target_os = "linux")]
mod sleep;
mod spelling;
mod window;

use std::sync::Arc;
use std::time::Duration;

use practice::kernel::refusal::Refusal;
use practice::workstation::{Tick, Workstation};
use tauri::ipc::Response;
use tauri::{AppHandle, Manager, RunEvent, State};
use vault::{KdfCost, SystemClock};

/// The clock behind the locks ticks this often.
const TICK: Duration = Duration::from_secs(1);

/// The one command. Runs off the window's thread, since a call may derive a key or set a page.
#[tauri::command]
async fn call(
    app: AppHandle,
    station: State<'_, Arc<Workstation>>,
    name: String,
    payload: serde_json::Value,
    dry_run: Option<bool>,
) -> Result<Response, Refusal> {
    let station = Arc::clone(&station);
    let work = move || {
        let answer = station.call(&name, &payload.to_string(), dry_run.unwrap_or(false));
        window::fill_for_client(&app, station.in_hand());
        answer
    };
    tauri::async_runtime::spawn_blocking(work)
        .await
        .unwrap_or_else(|_| Err(Refusal::internal("call")))
        .map(Response::new)
}

/// Opens the window and stays until it closes. Answers with the program's exit code.
pub fn run() -> std::process::ExitCode {
    harden::process();
    let Some(folder) = arguments::vault_folder() else { return std::process::ExitCode::FAILURE };
    let setup = move |app: &mut tauri::App| {
        let world = Arc::new(outside::Desktop::new(app.handle().clone())?);
        let station = Workstation::new(&folder, Arc::new(SystemClock), world, fixed_cost());
        app.manage(Arc::clone(&station));
        window::open(app)?;
        lock_with_the_machine(app.handle().clone(), Arc::clone(&station));
        keep_time(app.handle().clone(), station);
        Ok(())
    };
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| window::bring_forward(app)))
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![call])
        .setup(setup)
        .build(tauri::generate_context!());
    let Ok(app) = app else { return std::process::ExitCode::FAILURE };
    app.run(|app, event| {
        // The last window is gone: the vault closes and the keys are wiped before the process ends.
        if let RunEvent::Exit = event
            && let Some(station) = app.try_state::<Arc<Workstation>>()
        {
            station.lock_hard();
        }
    });
    std::process::ExitCode::SUCCESS
}

/// Lets the workstation do what is due, once a second, and sends the webview away when that locked the screen.
fn keep_time(app: AppHandle, station: Arc<Workstation>) {
    tauri::async_runtime::spawn(async move {
        loop {
            tokio::time::sleep(TICK).await;
            let due = Arc::clone(&station);
            let tick = tauri::async_runtime::spawn_blocking(move || due.tick()).await;
            if matches!(tick, Ok(Tick::Locked)) {
                window::send_away(&app);
            }
            window::fill_for_client(&app, station.in_hand());
        }
    });
}

/// Closes the records before the machine sleeps and when the desktop locks. On other systems the clock notices a sleep.
fn lock_with_the_machine(app: AppHandle, station: Arc<Workstation>) {
    #[cfg(target_os = "linux")]
    sleep::follow(move || {
        station.lock_hard();
        window::send_away(&app);
    });
    #[cfg(not(target_os = "linux"))]
    drop((app, station));
}

/// The cost of deriving keys: calibrated to this machine, and low only in a build for tests.
fn fixed_cost() -> Option<KdfCost> {
    (cfg!(feature = "automation") && std::env::var_os("EVENKEEL_TEST_COST").is_some()).then(KdfCost::for_tests)
}
