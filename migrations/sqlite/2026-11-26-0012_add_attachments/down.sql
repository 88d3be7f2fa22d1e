DROP TABLE attachment_uses;
DROP TABLE attachment_bytes;
DROP TABLE attachments;
