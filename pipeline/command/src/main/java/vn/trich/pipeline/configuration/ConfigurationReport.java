package vn.trich.pipeline.configuration;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What is in force and where from, for people and for programs.
 *
 * @param file the file that is obeyed, if there is one
 * @param places where one was looked for
 * @param commands the settings of each command
 */
public record ConfigurationReport(Optional<Path> file, List<Path> places, Map<String, List<Setting>> commands) {

    /** How far right a value's origin stands. */
    private static final int ORIGIN_COLUMN = 40;

    /**
     * Gathers.
     *
     * @param root the whole command
     * @param names which subcommands
     */
    public static ConfigurationReport of(Configuration configuration, CommandLine root, List<String> names) {
        Map<String, List<Setting>> commands = new LinkedHashMap<>();
        for (String name : names) {
            List<Setting> settings = new ArrayList<>();
            for (OptionSpec option :
                    root.getSubcommands().get(name).getCommandSpec().options()) {
                configuration.setting(root, option).ifPresent(settings::add);
            }
            if (!settings.isEmpty()) {
                commands.put(name, settings);
            }
        }
        return new ConfigurationReport(configuration.file(), configuration.places(), commands);
    }

    /** As a configuration file that says the same, each value with its origin as a comment. */
    public String yaml() {
        StringBuilder text = new StringBuilder();
        text.append(file.map(f -> "# file: " + f + "\n")
                .orElse("# no file; looked for "
                        + places.stream().map(Path::toString).collect(Collectors.joining(", ")) + "\n"));
        Set<Setting> common = common();
        common.forEach(setting -> line(text, "", setting));
        for (Map.Entry<String, List<Setting>> command : commands.entrySet()) {
            List<Setting> own = command.getValue().stream()
                    .filter(setting -> !common.contains(setting))
                    .toList();
            if (!own.isEmpty()) {
                // A mapping of comments alone would be no mapping.
                boolean empty =
                        own.stream().allMatch(setting -> setting.values().isEmpty());
                text.append(empty ? "# " : "").append(command.getKey()).append(":\n");
                own.forEach(setting -> line(text, "  ", setting));
            }
        }
        return text.toString();
    }

    /** As JSON: of each option of each command {@code value}, {@code source} and {@code from}. */
    public String json() {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode root = mapper.createObjectNode();
        root.put("file", file.map(Path::toString).orElse(null));
        ObjectNode all = root.putObject("commands");
        commands.forEach((command, settings) -> {
            ObjectNode options = all.putObject(command);
            for (Setting setting : settings) {
                ObjectNode option = options.putObject(setting.key());
                if (setting.values().size() > 1) {
                    setting.values().forEach(option.withArray("value")::add);
                } else {
                    option.put(
                            "value",
                            setting.values().isEmpty() ? null : setting.values().get(0));
                }
                option.put("source", setting.origin().kind());
                option.put("from", setting.origin().place());
            }
        });
        return root.toPrettyString() + "\n";
    }

    /** What several commands know and all of them have set alike. */
    private Set<Setting> common() {
        Map<String, List<Setting>> byKey = commands.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Setting::key, LinkedHashMap::new, Collectors.toList()));
        Set<Setting> common = new LinkedHashSet<>();
        for (List<Setting> same : byKey.values()) {
            boolean alike = same.stream().distinct().count() == 1;
            if (alike && same.size() > 1 && !same.get(0).values().isEmpty()) {
                common.add(same.get(0));
            }
        }
        return common;
    }

    private static void line(StringBuilder text, String indent, Setting setting) {
        String origin = setting.origin().place().isEmpty()
                ? setting.origin().kind()
                : setting.origin().place();
        String line;
        if (setting.values().isEmpty()) {
            line = indent + "# " + setting.key() + ":";
            origin = "not set";
        } else if (setting.values().size() == 1) {
            line = indent + setting.key() + ": " + scalar(setting.values().get(0));
        } else {
            line = indent + setting.key() + ": "
                    + setting.values().stream()
                            .map(ConfigurationReport::scalar)
                            .collect(Collectors.joining(", ", "[", "]"));
        }
        text.append(line)
                .append(" ".repeat(Math.max(2, ORIGIN_COLUMN - line.length())))
                .append("# ")
                .append(origin)
                .append('\n');
    }

    /** A value as YAML: bare where that cannot be misread, else in double quotes. */
    private static String scalar(String value) {
        return value.matches("[\\p{L}\\p{Nd}/._][\\p{L}\\p{Nd}/._+-]*")
                ? value
                : new com.fasterxml.jackson.databind.node.TextNode(value).toString();
    }
}
