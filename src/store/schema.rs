//! The tables, once for both databases. Columns keep to types that both speak.

diesel::table! {
    accounts (id) {
        id -> BigInt,
        handle -> Text,
        handle_key -> Text,
        email -> Text,
        email_key -> Text,
        password_hash -> Nullable<Text>,
        role -> Text,
        display_name -> Text,
        organisation -> Text,
        territory -> Text,
        page_lang -> Nullable<Text>,
        reads -> Text,
        writes -> Text,
        time_zone -> Text,
        machine_text -> Bool,
        reviews -> Text,
        confirmed_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
        handle_skeleton -> Nullable<Text>,
        suspended_until -> Nullable<Timestamp>,
        erased_at -> Nullable<Timestamp>,
        caught_up_at -> Nullable<Timestamp>,
        text_size -> Text,
        thread_view -> Text,
        colours -> Text,
        shortcuts -> Bool,
    }
}
diesel::table! {
    sessions (token_hash) {
        token_hash -> Text,
        account_id -> BigInt,
        created_at -> Timestamp,
        seen_at -> Timestamp,
        device -> Text,
    }
}
diesel::table! {
    api_tokens (id) {
        id -> BigInt,
        account_id -> BigInt,
        name -> Text,
        token_hash -> Text,
        created_at -> Timestamp,
    }
}
diesel::table! {
    setup_tokens (token_hash) {
        token_hash -> Text,
        created_at -> Timestamp,
    }
}
diesel::table! {
    texts (id) {
        id -> BigInt,
        kind -> Text,
        original -> Text,
        created_at -> Timestamp,
    }
}
diesel::table! {
    slots (text_id, lang) {
        text_id -> BigInt,
        lang -> Text,
        quality -> Text,
        revision -> Integer,
        newest -> Integer,
        reviewer_id -> Nullable<BigInt>,
        reviewed_at -> Nullable<Timestamp>,
    }
}
diesel::table! {
    revisions (id) {
        id -> BigInt,
        text_id -> BigInt,
        lang -> Text,
        n -> Integer,
        title -> Text,
        body -> Text,
        html -> Text,
        renderer -> Integer,
        keys -> Text,
        based_on -> Nullable<Integer>,
        change -> Nullable<Text>,
        author_id -> Nullable<BigInt>,
        engine -> Nullable<Text>,
        note -> Text,
        created_at -> Timestamp,
        answers -> Nullable<Text>,
        translator_id -> Nullable<BigInt>,
        sizes -> Nullable<Text>,
    }
}
diesel::table! {
    axes (id) {
        id -> BigInt,
        slug -> Text,
        position -> Integer,
        fr -> Text,
        en -> Text,
        ja -> Text,
    }
}
diesel::table! {
    themes (id) {
        id -> BigInt,
        slug -> Text,
        axis_id -> BigInt,
        position -> Integer,
        text_id -> BigInt,
        retired -> Bool,
        merged_into -> Nullable<BigInt>,
    }
}
diesel::table! {
    threads (id) {
        id -> BigInt,
        text_id -> BigInt,
        kind -> Text,
        state -> Text,
        pinned -> Bool,
        hidden -> Bool,
        lang -> Text,
        author_id -> BigInt,
        newest -> Integer,
        replies -> Integer,
        created_at -> Timestamp,
        last_post_at -> Timestamp,
        last_author_id -> BigInt,
        last_lang -> Text,
        held -> Bool,
        moved_to -> Nullable<BigInt>,
    }
}
diesel::table! {
    posts (id) {
        id -> BigInt,
        thread_id -> BigInt,
        n -> Integer,
        parent_id -> Nullable<BigInt>,
        text_id -> BigInt,
        author_id -> BigInt,
        state -> Text,
        submission_key -> Nullable<Text>,
        created_at -> Timestamp,
    }
}
diesel::table! {
    thread_themes (thread_id, theme_id) {
        thread_id -> BigInt,
        theme_id -> BigInt,
        position -> Integer,
        last_post_at -> Timestamp,
    }
}
diesel::table! {
    theme_counts (theme_id, lang) {
        theme_id -> BigInt,
        lang -> Text,
        threads -> Integer,
    }
}
diesel::table! {
    audit (id) {
        id -> BigInt,
        at -> Timestamp,
        actor_id -> Nullable<BigInt>,
        act -> Text,
        subject -> Text,
        subject_id -> BigInt,
        reason -> Text,
        canned_id -> Nullable<BigInt>,
        until -> Nullable<Timestamp>,
    }
}
diesel::table! {
    hits (bucket, starts_at) {
        bucket -> Text,
        starts_at -> Timestamp,
        count -> Integer,
    }
}
diesel::table! {
    slot_acts (id) {
        id -> BigInt,
        text_id -> BigInt,
        lang -> Text,
        n -> Integer,
        act -> Text,
        actor_id -> BigInt,
        base -> Nullable<Integer>,
        passage -> Text,
        reason -> Text,
        at -> Timestamp,
        outcome -> Nullable<Text>,
        settler_id -> Nullable<BigInt>,
        settled_at -> Nullable<Timestamp>,
        answer -> Text,
    }
}
diesel::table! {
    claims (text_id, lang) {
        text_id -> BigInt,
        lang -> Text,
        account_id -> BigInt,
        lapses_at -> Timestamp,
    }
}
diesel::table! {
    slot_drafts (account_id, text_id, lang) {
        account_id -> BigInt,
        text_id -> BigInt,
        lang -> Text,
        title -> Text,
        parts -> Text,
        based_on -> Integer,
        revision -> Integer,
        words_of -> Integer,
        saved_at -> Timestamp,
    }
}
diesel::table! {
    slot_requests (text_id, lang, person) {
        text_id -> BigInt,
        lang -> Text,
        person -> Text,
        account_id -> Nullable<BigInt>,
        at -> Timestamp,
        served_at -> Nullable<Timestamp>,
    }
}
diesel::table! {
    notices (id) {
        id -> BigInt,
        account_id -> BigInt,
        kind -> Text,
        text_id -> Nullable<BigInt>,
        lang -> Nullable<Text>,
        act_id -> Nullable<BigInt>,
        actor_id -> Nullable<BigInt>,
        at -> Timestamp,
        read_at -> Nullable<Timestamp>,
    }
}
diesel::table! {
    drafts (id) {
        id -> BigInt,
        account_id -> BigInt,
        place -> Text,
        fields -> Text,
        version -> Integer,
        saved_at -> Timestamp,
    }
}
diesel::table! {
    reactions (post_id, kind, account_id) {
        post_id -> BigInt,
        kind -> Text,
        account_id -> BigInt,
        at -> Timestamp,
    }
}
diesel::table! {
    attachments (id) {
        id -> Text,
        account_id -> BigInt,
        kind -> Text,
        width -> Integer,
        height -> Integer,
        size -> BigInt,
        at -> Timestamp,
    }
}
diesel::table! {
    attachment_bytes (attachment_id) {
        attachment_id -> Text,
        data -> Binary,
    }
}
diesel::table! {
    attachment_uses (attachment_id, text_id) {
        attachment_id -> Text,
        text_id -> BigInt,
    }
}
diesel::table! {
    readings (account_id, thread_id) {
        account_id -> BigInt,
        thread_id -> BigInt,
        read_to -> Timestamp,
    }
}
diesel::table! {
    watches (account_id, subject, subject_id) {
        account_id -> BigInt,
        subject -> Text,
        subject_id -> BigInt,
        level -> Text,
        at -> Timestamp,
    }
}
diesel::table! {
    glossary_terms (id) {
        id -> BigInt,
        revision -> Integer,
    }
}
diesel::table! {
    glossary_revisions (term_id, n) {
        term_id -> BigInt,
        n -> Integer,
        fr -> Text,
        en -> Text,
        ja -> Text,
        avoid -> Text,
        note -> Text,
        note_lang -> Text,
        retired -> Bool,
        author_id -> Nullable<BigInt>,
        reason -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    theme_figures (theme_id) {
        theme_id -> BigInt,
        figures -> Text,
        at -> Timestamp,
    }
}
diesel::table! {
    theme_merge_watches (theme_id, account_id) {
        theme_id -> BigInt,
        account_id -> BigInt,
        level -> Text,
        had -> Bool,
    }
}
diesel::table! {
    version (writer) {
        writer -> Integer,
        n -> BigInt,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    accounts,
    sessions,
    api_tokens,
    texts,
    slots,
    revisions,
    axes,
    themes,
    threads,
    posts,
    thread_themes,
    theme_counts,
    audit,
    slot_acts,
    claims,
    slot_drafts,
    slot_requests,
    notices,
    drafts,
    reactions,
    attachments,
    attachment_bytes,
    attachment_uses,
    readings,
    watches,
    glossary_terms,
    glossary_revisions
);
