DROP INDEX posts_by_age;
