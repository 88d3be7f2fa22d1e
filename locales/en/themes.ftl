themes-title = Themes
themes-lede = One vocabulary, the same in the three languages. Every thread carries one to five of these themes.
themes-theme = Theme
themes-total = Threads
themes-threads = { $count ->
    [0] no thread yet
    [one] 1 thread
   *[other] { $count } threads
}
themes-by-lang = Opened in French: { $fr }; in English: { $en }; in Japanese: { $ja }.
themes-counts-mean = Threads are counted by the language in which they were opened.
themes-retired = Retired: it cannot be chosen any more.
themes-followers = { $count ->
    [0] Nobody follows this theme yet.
    [one] One person follows this theme.
   *[other] { $count } people follow this theme.
}
themes-curate-of = Curate the theme “{ $name }”
themes-curate = Curate this theme
themes-back = Back to the theme
themes-slug-stays = This address never changes.
themes-merged-word = Merged.
themes-merged-means = Its threads and followers are now under “{ $name }”; its address leads there.
themes-unmerge = Undo the merge
themes-unmerge-means = Exactly what was moved comes back under this theme.
themes-rename = Name and description
themes-rename-means = The two other languages are edited in the workbench.
themes-name = Name
themes-description = Description
themes-place = Place in the list
themes-axis = Axis
themes-place-no = Position within the axis
themes-place-button = Move
themes-merge = Merge into another theme
themes-merge-means = Its threads and followers move to the other theme, and its address leads there from then on.
themes-merge-into = Other theme
themes-merge-choose = Choose a theme
themes-merge-button = Merge
themes-retire = Retire this theme
themes-restore = Put this theme back into use
themes-retire-means = A retired theme stays on old threads and cannot be picked.
themes-log = What was done
themes-new = New theme
themes-slug = Address
themes-slug-hint = Letters a to z, digits and hyphens; it will never change.
themes-add = Add the theme
themes-figures = In figures
themes-figures-at = Counted on { $time }
themes-weeks = { $lang ->
    [fr] { $count ->
        [0] No posts written in French in the past six months
        [one] One post written in French in the past six months
       *[other] { $count } posts written in French in the past six months
    }
    [en] { $count ->
        [0] No posts written in English in the past six months
        [one] One post written in English in the past six months
       *[other] { $count } posts written in English in the past six months
    }
   *[ja] { $count ->
        [0] No posts written in Japanese in the past six months
        [one] One post written in Japanese in the past six months
       *[other] { $count } posts written in Japanese in the past six months
    }
  }
themes-weeks-table = Week by week, as a table
themes-week = Week beginning Monday
