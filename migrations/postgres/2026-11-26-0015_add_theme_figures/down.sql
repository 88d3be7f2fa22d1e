DROP TABLE theme_figures;
