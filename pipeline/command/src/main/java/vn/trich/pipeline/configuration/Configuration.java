package vn.trich.pipeline.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Stack;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import vn.trich.models.language.EditDistance;

/**
 * The values of options that the command line leaves open: by the environment, else by the configuration file, else by
 * the program's defaults. A value for one command goes before one for all. What nobody knows is an error, never passed
 * over: a name mistyped would else leave an archive unguarded.
 */
public final class Configuration {

    /** The option that names the file. */
    public static final String FILE_OPTION = "--config";

    /** The variable of the environment that names the file. */
    static final String FILE_VARIABLE = "TRICH_CONFIG";

    /** Parts several values of one option where only one string can be handed over. */
    private static final String SEPARATOR = "\u001F";

    private final Map<String, String> environment;
    private Path named;
    private Optional<ConfigurationFile> file = Optional.empty();
    private Optional<String> fault = Optional.empty();
    private boolean begun;
    private boolean loaded;

    /**
     * A configuration.
     *
     * @param environment the variables of the environment
     */
    public Configuration(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Makes a command and all its subcommands obey this.
     *
     * @param root the command, complete with its subcommands
     */
    public void govern(CommandLine root) {
        for (CommandLine command : withSubcommands(root)) {
            CommandSpec spec = command.getCommandSpec();
            command.setNegatableOptionTransformer(new QuietNegation());
            List<OptionSpec> options = List.copyOf(spec.options());
            if (options.stream().anyMatch(Configuration::isAdapted)) {
                options.forEach(spec::remove);
                options.forEach(option -> spec.addOption(isAdapted(option) ? adapted(option) : option));
            }
        }
        // Defaults are asked for before options are looked at, so the file's name has to be found beforehand.
        root.getCommandSpec().preprocessor((arguments, spec, argument, info) -> {
            begin(arguments);
            return false;
        });
        // It goes on to the subcommands.
        root.setDefaultValueProvider(argument -> begun ? defaultValue(root, argument) : null);
    }

    /** The file that is obeyed, if there is one. */
    public Optional<Path> file() {
        return file.map(ConfigurationFile::file);
    }

    /**
     * Where a file is looked for, unless it is named; the first that is there counts.
     */
    public List<Path> places() {
        String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
        String own = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path folder = own.isEmpty() ? Path.of(home, ".config") : Path.of(own);
        return List.of(folder.resolve("trich").resolve("config.yaml"), Path.of("/etc/trich/config.yaml"));
    }

    /**
     * What is wrong with the configuration, if anything is; for people.
     *
     * @param root the whole command
     */
    public synchronized Optional<String> fault(CommandLine root) {
        if (!loaded) {
            loaded = true;
            try {
                Optional<Path> path = path();
                if (path.isPresent()) {
                    file = Optional.of(ConfigurationFile.read(path.get()));
                }
                new KnownNames(root).check(file, environment.keySet());
            } catch (ConfigurationException e) {
                fault = Optional.of(e.getMessage());
                file = Optional.empty();
            }
        }
        return fault;
    }

    /**
     * What holds for an option of a command when the command line does not say.
     *
     * @return nothing if the option cannot be configured
     */
    public Optional<Setting> setting(CommandLine root, OptionSpec option) {
        return OptionKey.of(option).map(key -> configured(root, option, key).orElseGet(() -> standard(option, key)));
    }

    /** Looks for the file's name among what was typed, which comes last word first. */
    private synchronized void begin(Stack<String> arguments) {
        begun = true;
        loaded = false;
        fault = Optional.empty();
        file = Optional.empty();
        named = null;
        for (int i = arguments.size() - 1; i >= 0 && !arguments.get(i).equals("--"); i--) {
            if (arguments.get(i).startsWith(FILE_OPTION + "=")) {
                named = Path.of(arguments.get(i).substring(FILE_OPTION.length() + 1));
            } else if (arguments.get(i).equals(FILE_OPTION) && i > 0) {
                named = Path.of(arguments.get(i - 1));
            }
        }
    }

    private Optional<Path> path() {
        if (named != null) {
            return Optional.of(named);
        }
        String variable = environment.getOrDefault(FILE_VARIABLE, "");
        if (variable.equals("/dev/null")) {
            return Optional.empty();
        }
        return variable.isEmpty()
                ? places().stream().filter(Files::exists).findFirst()
                : Optional.of(Path.of(variable));
    }

    private Optional<Setting> configured(CommandLine root, OptionSpec option, OptionKey key) {
        if (fault(root).isPresent()) {
            return Optional.empty();
        }
        String command = option.command().name();
        for (String variable : List.of(key.variable(command), key.variable())) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                return Optional.of(new Setting(key.name(), List.of(value), new Origin.Environment(variable)));
            }
        }
        return file.flatMap(f -> f.entries().stream()
                .filter(e -> e.key().equals(key.name()))
                .filter(e -> e.section().isEmpty() || e.section().equals(command))
                .max(Comparator.comparingInt(e -> e.section().length()))
                .map(e -> new Setting(key.name(), e.values(), new Origin.FileLine(f.file(), e.line()))));
    }

    private static Setting standard(OptionSpec option, OptionKey key) {
        String value = option.defaultValue() != null
                ? option.defaultValue()
                : option.initialValue() == null ? "" : String.valueOf(option.initialValue());
        boolean several = option.isMultiValue();
        return new Setting(
                key.name(),
                value.isEmpty() || (several && option.defaultValue() == null) ? List.of() : List.of(value),
                new Origin.Default());
    }

    private String defaultValue(CommandLine root, ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        return OptionKey.of(option)
                .flatMap(key -> configured(root, option, key))
                .map(setting -> String.join(SEPARATOR, setting.values()))
                .orElse(null);
    }

    private static boolean isAdapted(OptionSpec option) {
        return !option.inherited()
                && OptionKey.of(option).isPresent()
                && (OptionKey.isFlag(option) || option.isMultiValue());
    }

    /** A flag that the command line can take back when the file sets it; an option that can be given several values. */
    private static OptionSpec adapted(OptionSpec option) {
        OptionSpec.Builder builder = OptionSpec.builder(option);
        if (OptionKey.isFlag(option)) {
            return builder.negatable(true).fallbackValue("true").build();
        }
        String split = option.splitRegex();
        return builder.splitRegex(split.isEmpty() ? SEPARATOR : "(?:" + split + ")|" + SEPARATOR)
                .splitRegexSynopsisLabel(split)
                .build();
    }

    static List<CommandLine> withSubcommands(CommandLine root) {
        List<CommandLine> all = new ArrayList<>(List.of(root));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(all.get(i).getSubcommands().values());
        }
        return all;
    }

    /** {@code --x} is taken back by {@code --no-x} and the other way round, without a word of it in the help. */
    private static final class QuietNegation implements CommandLine.INegatableOptionTransformer {

        private static final String NEGATION = "--no-";

        @Override
        public String makeNegative(String name, CommandSpec spec) {
            if (name.startsWith(NEGATION)) {
                return "--" + name.substring(NEGATION.length());
            }
            return name.startsWith("--") ? NEGATION + name.substring(2) : name;
        }

        @Override
        public String makeSynopsis(String name, CommandSpec spec) {
            return name;
        }
    }

    /** All names that mean something, to tell those that do not. */
    private record KnownNames(CommandLine root) {

        void check(Optional<ConfigurationFile> file, Set<String> variables) throws ConfigurationException {
            if (file.isPresent()) {
                for (ConfigurationFile.Entry entry : file.get().entries()) {
                    check(file.get().file(), entry);
                }
            }
            Set<String> known = variables();
            for (String variable : new TreeSet<>(variables)) {
                if (OptionKey.isMeant(variable) && !known.contains(variable)) {
                    throw new ConfigurationException("the environment variable " + variable + " sets no option"
                            + suggestion(variable, known) + "; see 'trich config'");
                }
            }
        }

        private void check(Path file, ConfigurationFile.Entry entry) throws ConfigurationException {
            Set<String> commands = root.getSubcommands().keySet();
            String where = file + ", line " + entry.line() + ": ";
            if (!entry.section().isEmpty() && !commands.contains(entry.section())) {
                throw new ConfigurationException(
                        where + "'" + entry.section() + "' is no command" + suggestion(entry.section(), commands));
            }
            Set<String> keys = keys(entry.section());
            if (!entry.key().isEmpty() && !keys.contains(entry.key())) {
                Set<String> near = new TreeSet<>(keys);
                if (entry.section().isEmpty()) {
                    near.addAll(commands);
                }
                String what = entry.section().isEmpty()
                        ? "' is no option of any command"
                        : "' is no option of '" + entry.section() + "'";
                throw new ConfigurationException(where + "'" + entry.key() + what + suggestion(entry.key(), near));
            }
        }

        /** The keys of one command, or of all if {@code section} is empty. */
        private Set<String> keys(String section) {
            Set<String> keys = new TreeSet<>();
            options(section).map(OptionKey::of).forEach(key -> key.ifPresent(k -> keys.add(k.name())));
            return keys;
        }

        private Set<String> variables() {
            Set<String> variables = new TreeSet<>();
            for (Map.Entry<String, CommandLine> command : root.getSubcommands().entrySet()) {
                options(command.getKey())
                        .map(OptionKey::of)
                        .flatMap(Optional::stream)
                        .forEach(key -> variables.addAll(List.of(key.variable(), key.variable(command.getKey()))));
            }
            return variables;
        }

        private Stream<OptionSpec> options(String section) {
            return root.getSubcommands().entrySet().stream()
                    .filter(c -> section.isEmpty() || c.getKey().equals(section))
                    .flatMap(c -> c.getValue().getCommandSpec().options().stream());
        }

        private static String suggestion(String wrong, Set<String> known) {
            int most = Math.max(2, wrong.length() / 3);
            return known.stream()
                    .min(Comparator.comparingInt(name -> EditDistance.of(name, wrong)))
                    .filter(name -> EditDistance.within(name, wrong, most))
                    .map(name -> "; did you mean '" + name + "'?")
                    .orElse("");
        }
    }
}
