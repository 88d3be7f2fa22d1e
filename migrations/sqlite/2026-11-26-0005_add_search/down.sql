DROP TABLE search_state;
DROP TABLE search;
