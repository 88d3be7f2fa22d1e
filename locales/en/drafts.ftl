drafts-title = Drafts
drafts-lede = What you have begun to write, the same on all your devices. Nobody else sees it.
drafts-none = No drafts.
drafts-what = { $kind ->
    [new] New thread
    [reply] Reply
   *[edit] Edit
}
drafts-untitled = Untitled
drafts-nowhere = A thread that you can no longer read
drafts-words = Show the text
drafts-discard = Discard this draft
drafts-keep = Keep as draft
drafts-kept-word = Your draft is here.
drafts-kept-means = Kept { $time }.
drafts-other-word = Another draft was kept meanwhile.
drafts-other-means = It comes from another device or window; here it is. Yours is in the form: if you keep it now, it takes the other’s place.
drafts-saved = Draft kept.
drafts-failed = The draft could not be kept; your text is still here.
drafts-elsewhere = Another draft of this was kept elsewhere: “Keep as draft” shows you both.
