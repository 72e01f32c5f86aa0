package ai.wikibuilder.server.accounts;

/** A letter to one person; its text holds a link that is a secret. */
public record Letter(EmailAddress to, String subject, String text) {}
