pages-edit = 「{ $title }」を編集する
pages-updated = 更新日：{ $day }
pages-outdated = この翻訳の後に原文が変更されています。
