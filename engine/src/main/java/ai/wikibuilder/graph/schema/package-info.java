/**
 * Works out the tables of a database from what a repository says of them: SQL, migrations, models.
 *
 * <p>In: files cut into tokens. Out: {@link Table}, each column and key with the line that states
 * it. Entry: {@link SchemaCollector}. Statements that are not understood are stepped over.
 */
@NullMarked
package ai.wikibuilder.graph.schema;

import org.jspecify.annotations.NullMarked;
