package org.balcao.sync.format;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.balcao.sync.model.Problem;
import org.balcao.sync.model.Shape.Type;

/** Text that everybody reads, and that did not come in a delivery: checked as the texts of deliveries are. */
public final class PlainText {
    private PlainText() {}

    /** @return what is wrong with it; nothing if it may be shown */
    public static List<Problem> problems(String text) {
        List<Problem> problems = new ArrayList<>();
        new Values(problems).read("source", "name", Type.TEXT, TextNode.valueOf(text), "/name");
        problems.removeIf(problem -> !problem.keepsBack());
        String plain = text.strip();
        if (!plain.isEmpty() && "+-@".indexOf(plain.charAt(0)) >= 0) {
            problems.add(Problem.error("/name", "formula", "begins as a formula of a spreadsheet"));
        }
        return problems;
    }
}
