#pragma once

namespace sayso::cli {

/// What the command tells the shell; docs/cli.md.
inline constexpr int kAllGood = 0;
inline constexpr int kSomeFailed = 1;  ///< some input could not be read; the rest was
inline constexpr int kUsage = 2;
inline constexpr int kNoModel = 3;   ///< or no lexicon
inline constexpr int kNoOutput = 4;  ///< the output could not be written, or nobody reads it any more

}  // namespace sayso::cli
