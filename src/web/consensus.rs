//! stub
use super::extract::Fields;
use crate::domain::{FieldError, consensus::{Names, Opening}};

pub fn opening(fields: &Fields) -> std::result::Result<Opening, FieldError> {
    let names = match fields.get("names") {
        "" => Names::Public,
        word => Names::parse(word).ok_or_else(|| FieldError::new("names", "errors-names-unknown"))?,
    };
    let carries = match fields.get("carries") {
        "" => None,
        n => Some(n.parse().map_err(|_| FieldError::new("carries", "errors-declaration-unknown"))?),
    };
    Ok(Opening { names, carries, ..Opening::default() })
}
