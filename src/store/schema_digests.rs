//! The tables of letters that tell what happened; the rest stands in `schema.rs`.

use super::{
    schema::{texts, themes, threads},
    schema_order::outbox,
};

diesel::table! {
    events (id) {
        id -> BigInt,
        seq -> Nullable<BigInt>,
        kind -> Text,
        text_id -> BigInt,
        lang -> Nullable<Text>,
        at -> Timestamp,
    }
}
diesel::table! {
    event_sequence (id) {
        id -> Integer,
        last -> BigInt,
    }
}
diesel::table! {
    subscription_requests (id) {
        id -> BigInt,
        token_hash -> Text,
        email -> Text,
        email_key -> Text,
        choice -> Text,
        asked_in -> Text,
        asked_at -> Timestamp,
    }
}
diesel::table! {
    subscriptions (id) {
        id -> BigInt,
        token -> Text,
        account_id -> Nullable<BigInt>,
        email -> Text,
        email_key -> Text,
        lang -> Text,
        zone -> Text,
        frequency -> Text,
        weekday -> Text,
        hour -> Integer,
        asked_at -> Timestamp,
        asked_in -> Text,
        confirmed_at -> Timestamp,
        stopped_at -> Nullable<Timestamp>,
        since -> Timestamp,
        cursor -> BigInt,
        next_at -> Nullable<Timestamp>,
    }
}
diesel::table! {
    subscription_themes (subscription_id, theme_id) {
        subscription_id -> BigInt,
        theme_id -> BigInt,
    }
}
diesel::table! {
    subscription_threads (subscription_id, thread_id) {
        subscription_id -> BigInt,
        thread_id -> BigInt,
    }
}
diesel::table! {
    issues (id) {
        id -> BigInt,
        subscription_id -> BigInt,
        period -> Text,
        after -> BigInt,
        upto -> BigInt,
        items -> Text,
        more -> Integer,
        made_at -> Timestamp,
    }
}
diesel::table! {
    public_issues (period, lang) {
        period -> Text,
        lang -> Text,
        after -> BigInt,
        upto -> BigInt,
        items -> Text,
        more -> Integer,
        made_at -> Timestamp,
    }
}
diesel::joinable!(events -> texts (text_id));
diesel::joinable!(subscription_themes -> themes (theme_id));
diesel::joinable!(subscription_threads -> threads (thread_id));
diesel::allow_tables_to_appear_in_same_query!(events, texts);
diesel::allow_tables_to_appear_in_same_query!(issues, outbox);
