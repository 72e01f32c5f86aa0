/**
 * One client per carrier. A client
 * turns the carrier's own
 * format into
 * ScanEvents and
 * nothing else.
 */
package dev.fernpost.carriers;
@@12 // see docs/carriers.md
