package org.balcao.shared.problem;

/** What is wrong with one field of a request: a parameter's name or a JSON pointer, and a sentence. */
public record FieldError(String field, String detail) {}
