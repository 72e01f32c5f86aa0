package ai.wikibuilder.models;

/**
 * What the model wants a tool to do. Immutable. Nothing here is trusted: the name may be of no
 * tool, the arguments may be no JSON.
 *
 * @param id ties the result to the call; unique within a reply
 * @param arguments JSON text as the model wrote it
 * @param mark the provider's own note, sent back with the call unread; usually empty
 */
public record ToolCall(String id, String name, String arguments, String mark) {}
