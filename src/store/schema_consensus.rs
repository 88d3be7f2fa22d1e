//! The tables of consensus threads; the rest stands in `schema.rs`.

use super::schema::{posts, revisions, threads};

diesel::table! {
    consensus (thread_id) {
        thread_id -> BigInt,
        names -> Text,
        stage -> Text,
        thresholds -> Text,
        synthesis_id -> Nullable<BigInt>,
        carries -> Nullable<BigInt>,
    }
}
diesel::table! {
    stages (id) {
        id -> BigInt,
        thread_id -> BigInt,
        stage -> Text,
        began_at -> Timestamp,
        ends_at -> Nullable<Timestamp>,
        left_at -> Nullable<Timestamp>,
        summary_id -> Nullable<BigInt>,
        reason -> Text,
        actor_id -> Nullable<BigInt>,
    }
}
diesel::table! {
    experiences (thread_id, post_id) {
        thread_id -> BigInt,
        post_id -> BigInt,
        account_id -> BigInt,
        at -> Timestamp,
    }
}
diesel::table! {
    statements (id) {
        id -> BigInt,
        thread_id -> BigInt,
        n -> Integer,
        text_id -> BigInt,
        proposer_id -> BigInt,
        state -> Text,
        into_id -> Nullable<BigInt>,
        reason -> Text,
        settler_id -> Nullable<BigInt>,
        settled_at -> Nullable<Timestamp>,
        from_post -> Nullable<BigInt>,
        from_lang -> Nullable<Text>,
        from_revision -> Nullable<Integer>,
        from_words -> Text,
        carried_from -> Nullable<BigInt>,
        submission_key -> Nullable<Text>,
        created_at -> Timestamp,
    }
}
diesel::table! {
    same_claims (statement_id, other_id) {
        statement_id -> BigInt,
        other_id -> BigInt,
        actor_id -> Nullable<BigInt>,
        at -> Timestamp,
    }
}
diesel::table! {
    positions (id) {
        id -> BigInt,
        statement_id -> BigInt,
        account_id -> BigInt,
        value -> Text,
        post_id -> Nullable<BigInt>,
        lang -> Text,
        revision -> Integer,
        is_last -> Bool,
        at -> Timestamp,
    }
}
diesel::table! {
    communities (thread_id, account_id) {
        thread_id -> BigInt,
        account_id -> BigInt,
        lang -> Text,
        at -> Timestamp,
        corrected_by -> Nullable<BigInt>,
        corrected_at -> Nullable<Timestamp>,
    }
}
diesel::table! {
    eligibility (account_id) {
        account_id -> BigInt,
        because -> Text,
        at -> Timestamp,
        lost_at -> Nullable<Timestamp>,
    }
}
diesel::table! {
    objections (id) {
        id -> BigInt,
        statement_id -> BigInt,
        account_id -> BigInt,
        post_id -> BigInt,
        state -> Text,
        answer_id -> Nullable<BigInt>,
        answerer_id -> Nullable<BigInt>,
        answered_at -> Nullable<Timestamp>,
        settled_at -> Nullable<Timestamp>,
        at -> Timestamp,
    }
}
diesel::table! {
    translation_checks (id) {
        id -> BigInt,
        statement_id -> BigInt,
        revisions -> Text,
        actor_id -> Nullable<BigInt>,
        reason -> Text,
        at -> Timestamp,
    }
}
diesel::table! {
    room_positions (id) {
        id -> BigInt,
        statement_id -> BigInt,
        place -> Text,
        held_on -> Date,
        lang -> Text,
        agree -> Integer,
        reservation -> Integer,
        abstain -> Integer,
        objection -> Integer,
        unclear -> Integer,
        secretary_id -> BigInt,
        submission_key -> Nullable<Text>,
        at -> Timestamp,
        struck_at -> Nullable<Timestamp>,
        struck_because -> Text,
    }
}
diesel::table! {
    declarations (id) {
        id -> BigInt,
        thread_id -> BigInt,
        outcome -> Text,
        reason -> Text,
        signer_id -> BigInt,
        at -> Timestamp,
        frozen -> Text,
        supersedes -> Nullable<BigInt>,
        review_on -> Nullable<Date>,
        moved_at -> Nullable<Timestamp>,
        reminded_at -> Nullable<Timestamp>,
    }
}
diesel::table! {
    declaration_texts (declaration_id, text_id) {
        declaration_id -> BigInt,
        text_id -> BigInt,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    consensus,
    stages,
    experiences,
    statements,
    same_claims,
    positions,
    communities,
    eligibility,
    objections,
    translation_checks,
    room_positions,
    declarations,
    declaration_texts
);
diesel::allow_tables_to_appear_in_same_query!(consensus, threads);
diesel::allow_tables_to_appear_in_same_query!(stages, threads);
diesel::allow_tables_to_appear_in_same_query!(statements, threads);
diesel::allow_tables_to_appear_in_same_query!(statements, revisions);
diesel::allow_tables_to_appear_in_same_query!(declarations, threads);
diesel::allow_tables_to_appear_in_same_query!(declaration_texts, posts);
diesel::allow_tables_to_appear_in_same_query!(objections, posts);
diesel::allow_tables_to_appear_in_same_query!(objections, threads);
diesel::allow_tables_to_appear_in_same_query!(statements, posts);
diesel::allow_tables_to_appear_in_same_query!(experiences, posts);
diesel::allow_tables_to_appear_in_same_query!(experiences, threads);
