package org.balcao.web;

import java.util.List;
import java.util.stream.Collectors;

/** What a page asks the API first, told in its head: the answers then travel beside the scripts, not after them. */
final class FirstQuestions {
    private FirstQuestions() {}

    static String links(List<String> addresses) {
        return addresses.stream()
                .map(address -> "\n    <link rel=\"preload\" as=\"fetch\" crossorigin=\"anonymous\" href=\""
                        + HeadText.escaped(address) + "\">")
                .collect(Collectors.joining());
    }
}
