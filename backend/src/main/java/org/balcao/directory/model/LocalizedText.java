package org.balcao.directory.model;

/**
 * A text in the language it was found in.
 *
 * @param language BCP 47
 * @param origin human or machine
 * @param reviewed a person who speaks the language has read it
 * @param stale the source text changed since
 */
public record LocalizedText(String value, String language, String origin, boolean reviewed, boolean stale) {}
