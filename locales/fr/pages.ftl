pages-edit = Modifier « { $title } »
pages-updated = Mis à jour le { $day }
pages-outdated = L’original a été modifié depuis cette traduction.
