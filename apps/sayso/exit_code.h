#pragma once

namespace sayso::cli {

/// What the command tells the shell; docs/cli.md.
enum ExitCode : int {
  kAllGood = 0,
  kSomeFailed = 1,  ///< some input could not be read; the rest was
  kUsage = 2,
  kNoModel = 3,
  kNoOutput = 4,  ///< the output could not be written, or nobody reads it any more
};

}  // namespace sayso::cli
