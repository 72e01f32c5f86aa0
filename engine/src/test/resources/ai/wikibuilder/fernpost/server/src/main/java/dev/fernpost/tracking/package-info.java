/**
 * The life of a parcel:
 * which state it is in,
 * how it got there, and
 * what may
 * come next.
 * Nothing here speaks HTTP
 * or knows a carrier's format.
 */
package dev.fernpost.tracking;
@@14 // the order of the states is in docs/states.md
