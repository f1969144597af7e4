package org.balcao.search;

import java.util.UUID;

/**
 * Something that the letters typed so far may mean.
 *
 * @param kind need, service, organization or place
 * @param code of a need or place
 * @param id of a service or organization
 * @param level of a place
 */
public record Suggestion(String kind, String code, UUID id, String name, String language, String level) {}
