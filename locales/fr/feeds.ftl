feeds-forum-lang = { $site } – messages écrits en { $lang ->
    [fr] français
    [en] anglais
   *[ja] japonais
}
feeds-reply = { $title } – message nº { $n }
feeds-here = Flux Atom
