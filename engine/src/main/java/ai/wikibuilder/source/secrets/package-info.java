/**
 * Finds secrets in text and masks them.
 *
 * <p>In: UTF-8 text of one file. Out: the same text with a star for every character of a secret.
 * Entry: {@link SecretMask}. What counts as a secret is data, in {@code secret-rules.txt}. Reads
 * nothing but that, and keeps nothing.
 *
 * <p>Limits: {@link SecretMask#SECRET_BYTES_MAX} bytes a secret.
 */
@NullMarked
package ai.wikibuilder.source.secrets;

import org.jspecify.annotations.NullMarked;
