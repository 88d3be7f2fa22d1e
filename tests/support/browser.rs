//! A headless Chromium, driven through chromedriver: WebDriver is JSON over HTTP, so a few calls are enough.

use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    sync::OnceLock,
};

/// One window with a fresh profile; it closes at the end.
pub struct Browser {
    session: String,
}

/// Where chromedriver listens; the shell in front of it ends it when this process is gone.
fn driver() -> Option<&'static String> {
    static DRIVER: OnceLock<Option<(String, Child)>> = OnceLock::new();
    let started = DRIVER.get_or_init(|| {
        let there = |program: &str| Command::new(program).arg("--version").output().is_ok_and(|o| o.status.success());
        if !there("chromedriver") || !there("chromium") {
            super::missing("browser", "chromium or chromedriver is not installed");
            return None;
        }
        let script = "chromedriver --port=0 & driver=$!; cat >/dev/null; kill $driver";
        let mut shell =
            Command::new("sh").args(["-c", script]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let lines = BufReader::new(shell.stdout.take().unwrap()).lines().map_while(Result::ok);
        let port = lines.filter_map(|l| Some(l.split_once("started successfully on port ")?.1.trim_end_matches('.').to_owned())).next();
        Some((format!("http://127.0.0.1:{}", port.expect("chromedriver says its port")), shell))
    });
    started.as_ref().map(|(address, _)| address)
}

fn call(method: &str, path: &str, body: &Value) -> Value {
    try_call(method, path, body).unwrap_or_else(|said| panic!("{method} {path}: {said}"))
}

/// What the driver answers, or the error that it reports.
fn try_call(method: &str, path: &str, body: &Value) -> Result<Value, Value> {
    let request =
        http::Request::builder().method(method).uri(format!("{}{path}", driver().unwrap())).header("Content-Type", "application/json");
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let mut answer = agent.run(request.body(body.to_string()).unwrap()).unwrap();
    let said: Value = serde_json::from_str(&answer.body_mut().with_config().limit(64 << 20).read_to_string().unwrap()).unwrap();
    if answer.status().is_success() { Ok(said["value"].clone()) } else { Err(said["value"].clone()) }
}

impl Browser {
    /// `None` (said loudly) where there is no Chromium.
    pub fn start(script: bool) -> Option<Self> {
        driver()?;
        let arguments = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,1600",
        ];
        // 2 is « blocked » among Chromium's content settings.
        let preferences = if script { json!({}) } else { json!({ "profile.managed_default_content_settings.javascript": 2 }) };
        let options = json!({ "args": arguments, "prefs": preferences });
        let session = call(
            "POST",
            "/session",
            &json!({ "capabilities": { "alwaysMatch": { "goog:chromeOptions": options, "timeouts": { "implicit": 5000 } } } }),
        );
        Some(Self { session: format!("/session/{}", session["sessionId"].as_str().unwrap()) })
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        call("POST", &format!("{}{path}", self.session), body)
    }

    pub fn open(&self, url: &str) {
        self.post("/url", &json!({ "url": url }));
    }

    pub fn url(&self) -> String {
        call("GET", &format!("{}/url", self.session), &json!({})).as_str().unwrap().to_owned()
    }

    /// Waits (up to five seconds) until there is such an element: a page after a click.
    pub fn find(&self, selector: &str) {
        self.element(selector);
    }

    fn element(&self, selector: &str) -> String {
        let found = self.post("/element", &json!({ "using": "css selector", "value": selector }));
        found.as_object().unwrap().values().next().unwrap().as_str().unwrap().to_owned()
    }

    pub fn count(&self, selector: &str) -> usize {
        self.post("/elements", &json!({ "using": "css selector", "value": selector })).as_array().unwrap().len()
    }

    /// Acts on an element; one that a page change took away between finding and acting is found anew.
    fn on(&self, selector: &str, method: &str, act: &str, body: &Value) -> Value {
        for _ in 0..20 {
            match try_call(method, &format!("{}/element/{}/{act}", self.session, self.element(selector)), body) {
                Ok(value) => return value,
                Err(said) if said["error"] == "stale element reference" => {}
                Err(said) => panic!("{act} {selector}: {said}"),
            }
        }
        panic!("{selector} never stays");
    }

    pub fn click(&self, selector: &str) {
        self.on(selector, "POST", "click", &json!({}));
    }

    pub fn type_into(&self, selector: &str, text: &str) {
        self.on(selector, "POST", "value", &json!({ "text": text }));
    }

    pub fn text(&self, selector: &str) -> String {
        self.on(selector, "GET", "text", &json!({})).as_str().unwrap().to_owned()
    }

    pub fn attr(&self, selector: &str, name: &str) -> String {
        self.on(selector, "GET", &format!("attribute/{name}"), &json!({})).as_str().unwrap_or_default().to_owned()
    }

    /// A key pressed where the focus is.
    pub fn press(&self, key: char) {
        let key = key.to_string();
        let actions =
            json!([{ "type": "key", "id": "k", "actions": [{ "type": "keyDown", "value": key }, { "type": "keyUp", "value": key }] }]);
        self.post("/actions", &json!({ "actions": actions }));
    }

    /// Types where the focus is, key by key.
    pub fn keys(&self, text: &str) {
        let strokes: Vec<Value> =
            text.chars().flat_map(|c| ["keyDown", "keyUp"].map(|t| json!({ "type": t, "value": c.to_string() }))).collect();
        self.post("/actions", &json!({ "actions": [{ "type": "key", "id": "k", "actions": strokes }] }));
    }

    /// One key held while another is pressed.
    pub fn chord(&self, held: char, key: char) {
        let stroke = |kind: &str, key: char| json!({ "type": kind, "value": key.to_string() });
        let strokes = [stroke("keyDown", held), stroke("keyDown", key), stroke("keyUp", key), stroke("keyUp", held)];
        self.post("/actions", &json!({ "actions": [{ "type": "key", "id": "k", "actions": strokes }] }));
    }

    /// Everything in the focused field.
    pub fn select_all(&self) {
        self.chord('\u{E009}', 'a');
    }

    /// What the focused element is called, as a screen reader says it.
    pub fn focused(&self) -> String {
        for _ in 0..20 {
            let active = try_call("GET", &format!("{}/element/active", self.session), &json!({}));
            let Some(element) = active.ok().and_then(|a| a.as_object()?.values().next()?.as_str().map(str::to_owned)) else { continue };
            if let Ok(label) = try_call("GET", &format!("{}/element/{element}/computedlabel", self.session), &json!({})) {
                return label.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
            }
        }
        panic!("nothing has the focus");
    }

    /// Presses Tab until something is focused whose name begins with `label`: what a keyboard reaches, by what one reads.
    pub fn tab_to(&self, label: &str) {
        let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut passed = Vec::new();
        for _ in 0..120 {
            self.press('\u{E004}');
            let name = self.focused();
            if name.starts_with(&label) {
                return;
            }
            passed.push(name);
        }
        panic!("no key leads to {label:?} at {}: {passed:?}", self.url());
    }

    /// Reaches something by its name and presses Enter on it.
    pub fn follow(&self, label: &str) {
        self.tab_to(label);
        self.press('\u{E007}');
    }

    pub fn run(&self, script: &str) -> Value {
        self.post("/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// A script that calls `arguments[0]` when it is done.
    pub fn run_async(&self, script: &str) -> Value {
        self.post("/execute/async", &json!({ "script": script, "args": [] }))
    }

    fn devtools(&self, command: &str, parameters: &Value) {
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }));
    }

    /// A phone's width, and so high that what is clicked is always within it.
    pub fn phone(&self) {
        self.size(390, 1600);
    }

    fn size(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", &size);
    }

    pub fn look(&self, width: u32, scheme: &str) {
        self.size(width, 900);
        self.devtools("Emulation.setEmulatedMedia", &json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] }));
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        call("DELETE", &self.session, &json!({}));
    }
}
