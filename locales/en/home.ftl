home-title = Home
home-voice = Say it in your own language; be read in all three.
home-what = A forum for people who build the solidarity economy where they live. Write in French, English or Japanese: others translate, and you always see whose words you are reading.
home-read = Read the threads
home-open = Open a thread
home-latest = What moved lately
home-all-threads = All threads
home-all-themes = All themes
home-line = How to read the lines
home-line-means = Each text stands under a line that tells how many people have worked on it.
home-waits = Waiting for you
home-waits-nothing = Nothing is waiting for you right now.
home-waiting = { $kind ->
    [finish] { $count ->
        [one] One draft to finish
       *[other] { $count } drafts to finish
    }
    [answer] { $count ->
        [one] One post that speaks to you
       *[other] { $count } posts that speak to you
    }
    [translate] { $more ->
        [yes] More than { $count } texts to translate
       *[no] { $count ->
            [one] One text to translate
           *[other] { $count } texts to translate
        }
    } { $lang ->
        [fr] into French
        [en] into English
       *[ja] into Japanese
    }
    [review] { $more ->
        [yes] More than { $count } translations to review
       *[no] { $count ->
            [one] One translation to review
           *[other] { $count } translations to review
        }
    }
   *[decide] { $count ->
        [one] One case to decide in moderation
       *[other] { $count } cases to decide in moderation
    }
}
home-moved = New since you were here
home-all-new = Everything that is new
home-read-all = Mark everything as read
home-all-read-word = All read.
home-all-read = There is nothing new for you in the threads.
