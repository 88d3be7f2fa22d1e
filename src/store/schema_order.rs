//! The tables of letters, of coming and going, and of order; the rest stands in `schema.rs`.

use super::schema::{posts, texts};

diesel::table! {
    joins (id) {
        id -> BigInt,
        handle -> Text,
        email -> Text,
        email_key -> Text,
        display_name -> Text,
        lang -> Text,
        time_zone -> Text,
        password_hash -> Text,
        words -> Text,
        wording -> Text,
        pages -> Text,
        invitation_id -> Nullable<BigInt>,
        token_hash -> Text,
        created_at -> Timestamp,
        confirmed_at -> Nullable<Timestamp>,
    }
}
diesel::table! {
    invitations (id) {
        id -> BigInt,
        token_hash -> Text,
        email -> Text,
        lang -> Text,
        inviter_id -> Nullable<BigInt>,
        created_at -> Timestamp,
        account_id -> Nullable<BigInt>,
    }
}
diesel::table! {
    tokens (token_hash) {
        token_hash -> Text,
        kind -> Text,
        account_id -> BigInt,
        email -> Text,
        created_at -> Timestamp,
    }
}
diesel::table! {
    consents (id) {
        id -> BigInt,
        account_id -> BigInt,
        wording -> Text,
        pages -> Text,
        lang -> Text,
        at -> Timestamp,
    }
}
diesel::table! {
    security_log (id) {
        id -> BigInt,
        account_id -> BigInt,
        event -> Text,
        network -> Text,
        device -> Text,
        at -> Timestamp,
    }
}
diesel::table! {
    outbox (id) {
        id -> BigInt,
        message_id -> Text,
        account_id -> Nullable<BigInt>,
        email -> Text,
        lang -> Text,
        kind -> Text,
        letter -> Text,
        created_at -> Timestamp,
        due_at -> Timestamp,
        attempts -> Integer,
        leased_until -> Nullable<Timestamp>,
        sent_at -> Nullable<Timestamp>,
        failed_at -> Nullable<Timestamp>,
        error -> Text,
        issue_id -> Nullable<BigInt>,
        unsure_at -> Nullable<Timestamp>,
        domain -> Text,
    }
}
diesel::table! {
    letter_tokens (account_id) {
        account_id -> BigInt,
        token -> Text,
    }
}
diesel::table! {
    mail_domains (domain) {
        domain -> Text,
        since -> Timestamp,
        letters -> Integer,
    }
}
diesel::table! {
    bounces (id) {
        id -> BigInt,
        email_key -> Text,
        message_id -> Text,
        said -> Text,
        at -> Timestamp,
    }
}
diesel::table! {
    switches (name) {
        name -> Text,
        value -> Text,
        at -> Timestamp,
    }
}
diesel::table! {
    cases (id) {
        id -> BigInt,
        kind -> Text,
        post_id -> Nullable<BigInt>,
        join_id -> Nullable<BigInt>,
        act_id -> Nullable<BigInt>,
        account_id -> Nullable<BigInt>,
        words -> Text,
        lang -> Nullable<Text>,
        opened_at -> Timestamp,
        closed_at -> Nullable<Timestamp>,
        closer_id -> Nullable<BigInt>,
        outcome -> Nullable<Text>,
    }
}
diesel::table! {
    flags (id) {
        id -> BigInt,
        case_id -> BigInt,
        account_id -> BigInt,
        kind -> Text,
        words -> Text,
        lang -> Text,
        at -> Timestamp,
    }
}
diesel::table! {
    moderator_notes (id) {
        id -> BigInt,
        subject -> Text,
        subject_id -> BigInt,
        author_id -> BigInt,
        body -> Text,
        at -> Timestamp,
    }
}
diesel::table! {
    canned_answers (id) {
        id -> BigInt,
        text_id -> BigInt,
        retired -> Bool,
    }
}
diesel::table! {
    relocations (id) {
        id -> BigInt,
        kind -> Text,
        from_thread -> BigInt,
        to_thread -> BigInt,
        actor_id -> BigInt,
        at -> Timestamp,
        undone_at -> Nullable<Timestamp>,
    }
}
diesel::table! {
    relocated_posts (relocation_id, post_id) {
        relocation_id -> BigInt,
        post_id -> BigInt,
        n -> Integer,
        parent_id -> Nullable<BigInt>,
    }
}
diesel::table! {
    pages (slug) {
        slug -> Text,
        text_id -> BigInt,
    }
}

diesel::allow_tables_to_appear_in_same_query!(relocated_posts, relocations);
diesel::allow_tables_to_appear_in_same_query!(pages, texts);
diesel::allow_tables_to_appear_in_same_query!(cases, posts);
diesel::allow_tables_to_appear_in_same_query!(cases, flags);
