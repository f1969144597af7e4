/** Edits, corrections, and how good a listing is. */
package org.balcao.upkeep.model;
