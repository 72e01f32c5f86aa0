package ai.wikibuilder.server.web.settings;

/** What the page of a person's own account shows. */
public record ProfileView(String email, String since) {}
