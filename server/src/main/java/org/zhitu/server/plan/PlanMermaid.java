package org.zhitu.server.plan;

import org.zhitu.graph.study.StudyPath;

/** A plan as a Mermaid diagram whose arrows go from what is learned first to what needs it. */
final class PlanMermaid {
    private PlanMermaid() {}

    static String write(Plan plan, PlanWords words) {
        StringBuilder text = new StringBuilder("flowchart LR\n");
        for (StudyPath.Step step : plan.path().steps()) {
            text.append("    ")
                    .append(id(step.slug()))
                    .append("[\"")
                    .append(escaped(step.label()))
                    .append("<br/>")
                    .append(words.hours(step.minutes()))
                    .append("\"]\n");
        }
        for (StudyPath.Step step : plan.path().steps()) {
            for (StudyPath.Because because : step.because()) {
                text.append("    ")
                        .append(id(step.slug()))
                        .append(step.optional() ? " -.-> " : " --> ")
                        .append(id(because.neededFor()))
                        .append('\n');
            }
        }
        for (StudyPath.Step step : plan.path().steps()) {
            if (plan.path().goal().contains(step.slug())) {
                text.append("    class ").append(id(step.slug())).append(" goal\n");
            } else if (step.optional()) {
                text.append("    class ").append(id(step.slug())).append(" optional\n");
            }
        }
        return text.append("    classDef goal stroke-width:3px\n    classDef optional stroke-dasharray:4\n")
                .toString();
    }

    private static String id(String slug) {
        return "c_" + slug.replace('-', '_');
    }

    /** Writes what would end a label, or begin a tag in it, as Mermaid's entities. */
    private static String escaped(String label) {
        return label.replace("#", "#35;")
                .replace("\"", "#quot;")
                .replace("<", "#lt;")
                .replace(">", "#gt;");
    }
}
