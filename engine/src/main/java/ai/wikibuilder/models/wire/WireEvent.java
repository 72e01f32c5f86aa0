package ai.wikibuilder.models.wire;

import ai.wikibuilder.models.json.JsonTree;

/**
 * One event of a reply as it streams. Immutable.
 *
 * @param name as the transport tells it; empty where it does not
 * @param data absent when it is no JSON
 */
record WireEvent(String name, JsonTree data) {}
