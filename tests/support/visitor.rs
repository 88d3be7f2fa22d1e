//! Visitors: browsers without script, and programs; and what comes back to them.

use scraper::{Html, Selector};
use std::{cell::RefCell, collections::BTreeMap, sync::OnceLock};
use trialogue::domain::lang::Lang;

/// A browser without script, or a program.
pub struct Visitor {
    base: String,
    cookies: RefCell<BTreeMap<String, String>>,
    pub token: Option<String>,
    pub accept: Option<String>,
}

fn agent() -> &'static ureq::Agent {
    static AGENT: OnceLock<ureq::Agent> = OnceLock::new();
    AGENT.get_or_init(|| ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into())
}

impl Visitor {
    /// Somebody who comes to a forum for the first time.
    pub fn of(base: &str) -> Self {
        Self { base: base.to_owned(), cookies: RefCell::default(), token: None, accept: None }
    }

    /// The same browser at another process of the forum.
    pub fn at(&self, site: &super::Site) -> Self {
        Self { base: site.visitor().base, cookies: self.cookies.clone(), token: self.token.clone(), accept: self.accept.clone() }
    }

    /// A program with this key.
    pub fn with_token(self, token: String) -> Self {
        Self { token: Some(token), ..self }
    }

    pub fn accepting(self, accept: &str) -> Self {
        Self { accept: Some(accept.to_owned()), ..self }
    }

    fn call(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut request = http::Request::builder().method(method).uri(format!("{}{path}", self.base));
        let cookies: Vec<String> = self.cookies.borrow().iter().map(|(n, v)| format!("{n}={v}")).collect();
        if !cookies.is_empty() {
            request = request.header("Cookie", cookies.join("; "));
        }
        if let Some(token) = &self.token {
            request = request.header("Authorization", format!("Bearer {token}"));
        }
        if let Some(accept) = &self.accept {
            request = request.header("Accept-Language", accept);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut response = agent().run(request.body(body).unwrap()).unwrap();
        for set in response.headers().get_all("set-cookie") {
            let (name, value) = set.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            if value.is_empty() {
                self.cookies.borrow_mut().remove(name);
            } else {
                self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
            }
        }
        let headers = response.headers().iter().map(|(n, v)| (n.to_string(), v.to_str().unwrap_or_default().to_owned())).collect();
        let body = response.body_mut().with_config().limit(64 << 20).read_to_vec().unwrap();
        // A picture is no text; what it is otherwise is told by its headers.
        let body = String::from_utf8_lossy(&body).into_owned();
        Answer { status: response.status().as_u16(), headers, body }
    }

    /// Whatever method, headers and body.
    pub fn call_raw(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        self.call(method, path, headers, body)
    }

    pub fn get(&self, path: &str) -> Answer {
        self.call("GET", path, &[], b"")
    }

    pub fn head(&self, path: &str) -> Answer {
        self.call("HEAD", path, &[], b"")
    }

    pub fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.call("GET", path, headers, b"")
    }

    /// Follows redirects to the page itself.
    pub fn open(&self, path: &str) -> Answer {
        let mut path = path.to_owned();
        for _ in 0..5 {
            let answer = self.get(&path);
            if !(300..400).contains(&answer.status) {
                return answer;
            }
            path = answer.header("location").split('#').next().unwrap().to_owned();
        }
        panic!("{path} redirects for ever");
    }

    /// Opens a page with a form and sends its fields, with the hidden token of that page.
    pub fn submit(&self, page: &str, action: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.open(page).attr("input[name=csrf]", "value");
        let mut all = vec![("csrf", token.as_str())];
        all.extend(fields);
        self.post(action, &all)
    }

    pub fn post(&self, action: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_with(action, fields, &[])
    }

    pub fn post_with(&self, action: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Answer {
        let body: Vec<String> = fields.iter().map(|(n, v)| format!("{}={}", encode(n), encode(v))).collect();
        self.post_bytes(action, body.join("&").as_bytes(), headers)
    }

    pub fn post_bytes(&self, action: &str, body: &[u8], headers: &[(&str, &str)]) -> Answer {
        let mut all = vec![("Content-Type", "application/x-www-form-urlencoded")];
        all.extend(headers);
        self.call("POST", action, &all, body)
    }

    /// Sends a form with a file, the hidden token of `page` first.
    pub fn attach(&self, page: &str, action: &str, fields: &[(&str, &str)], file: &[u8]) -> Answer {
        let token = self.open(page).attr("input[name=csrf]", "value");
        let mut body = Vec::new();
        for (name, value) in [("csrf", token.as_str())].iter().chain(fields) {
            body.extend(format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
        }
        let part =
            "--edge\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\"../x.svg\"\r\nContent-Type: image/svg+xml\r\n\r\n";
        body.extend(part.bytes().chain(file.iter().copied()).chain(*b"\r\n--edge--\r\n"));
        self.call("POST", action, &[("Content-Type", "multipart/form-data; boundary=edge")], &body)
    }

    /// Sends a file as the script does; returns the Markdown that names it.
    pub fn send_file(&self, description: &str, file: &[u8]) -> String {
        let sent = self.attach("/en/attachments", "/en/attachments", &[("by", "script"), ("description", description)], file);
        assert_eq!(sent.status, 201, "{}", sent.body);
        sent.body
    }

    pub fn json(&self, method: &str, path: &str, body: &serde_json::Value) -> Answer {
        self.call(method, path, &[("Content-Type", "application/json")], body.to_string().as_bytes())
    }

    pub fn json_with(&self, method: &str, path: &str, body: &serde_json::Value, headers: &[(&str, &str)]) -> Answer {
        let mut all = vec![("Content-Type", "application/json")];
        all.extend(headers);
        self.call(method, path, &all, body.to_string().as_bytes())
    }

    pub fn put_slot(&self, text: i64, lang: Lang, fields: serde_json::Value) -> Answer {
        self.json("PUT", &format!("/api/v1/texts/{text}/slots/{lang}"), &fields)
    }

    pub fn slot(&self, text: i64, lang: Lang) -> serde_json::Value {
        self.get(&format!("/api/v1/texts/{text}/slots/{lang}")).value()
    }

    /// Sends an act on a slot; `fields` go with it.
    pub fn act(&self, text: i64, lang: Lang, action: &str, mut fields: serde_json::Value) -> Answer {
        fields["action"] = action.into();
        self.put_slot(text, lang, fields)
    }

    /// Opens a thread by JSON; returns it.
    pub fn thread(&self, lang: Lang, title: &str, body: &str) -> serde_json::Value {
        let new = serde_json::json!({ "title": title, "body": body, "lang": lang.as_str(), "themes": ["governance"] });
        let answer = self.json("POST", "/api/v1/threads", &new);
        assert_eq!(answer.status, 201, "{}", answer.body);
        answer.value()
    }

    /// Replies by JSON; returns the post.
    pub fn reply(&self, thread: &serde_json::Value, lang: Lang, body: &str, parent: Option<i64>) -> serde_json::Value {
        let new = serde_json::json!({ "body": body, "lang": lang.as_str(), "parent": parent });
        let answer = self.json("POST", &format!("/api/v1/threads/{}/posts", thread["id"]), &new);
        assert_eq!(answer.status, 201, "{}", answer.body);
        answer.value()
    }

    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.borrow().get(name).cloned()
    }

    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
    }
}

fn encode(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

/// An id out of JSON.
pub fn id(value: &serde_json::Value, field: &str) -> i64 {
    value[field].as_i64().unwrap_or_else(|| panic!("{field} in {value}"))
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }

    pub fn value(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.body))
    }

    pub fn doc(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// The texts of all elements that match, spaces folded.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        self.doc().select(&selector).map(|e| e.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    }

    pub fn text(&self, selector: &str) -> String {
        self.texts(selector).into_iter().next().unwrap_or_else(|| panic!("no {selector} in {}", self.body))
    }

    pub fn count(&self, selector: &str) -> usize {
        self.texts(selector).len()
    }

    pub fn attr(&self, selector: &str, name: &str) -> String {
        let parsed = Selector::parse(selector).unwrap();
        let doc = self.doc();
        let element = doc.select(&parsed).next().unwrap_or_else(|| panic!("no {selector} ({}) in {}", self.status, self.body));
        element.value().attr(name).unwrap_or_default().to_owned()
    }

    pub fn attrs(&self, selector: &str, name: &str) -> Vec<String> {
        let parsed = Selector::parse(selector).unwrap();
        self.doc().select(&parsed).filter_map(|e| e.value().attr(name).map(str::to_owned)).collect()
    }

    /// The fields of a form as a browser would send them, without its buttons: those inside it.
    pub fn form(&self, selector: &str) -> Vec<(String, String)> {
        let fields = Selector::parse(&format!("{selector} :is(input, textarea)")).unwrap();
        let doc = self.doc();
        let value = |e: scraper::ElementRef| {
            let v = e.value();
            let sent = !matches!(v.attr("type"), Some("checkbox" | "radio")) || v.attr("checked").is_some();
            let text = if v.name() == "textarea" { e.text().collect() } else { v.attr("value").unwrap_or_default().to_owned() };
            sent.then(|| (v.attr("name").unwrap_or_default().to_owned(), text))
        };
        doc.select(&fields).filter_map(value).collect()
    }

    pub fn lang(&self) -> String {
        self.attr("html", "lang")
    }
}
